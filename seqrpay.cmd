@echo off
rem The same as the file seqrpay, for Windows: builds what is stale, then runs the program in cli\.
setlocal
set "home=%~dp0."
set "help=%home%\cli\help"
set "classes=%home%\contract\target\classes;%home%\payment\target\classes;%home%\loopback\target\classes;%home%\simulator\target\classes;%home%\local\aws\target\classes;%home%\functions\target\classes;%home%\local\target\classes;%home%\simulation\target\classes;%home%\e2e\target\classes;%home%\cli\target\classes"
set "java=java"
set "quick=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

rem help needs no build: it is in files that HelpTest holds to the program; what is no verb is not worth a build
set "asked=%~1"
if "%~1"=="help" if not "%~2"=="" set "asked=%~2"
if "%asked%"=="" goto misused
set "verb="
findstr /b /l /c:"  %asked% " "%help%\help.txt" >nul && set "verb=%asked%"
for %%w in (%*) do if "%%~w"=="--help" goto help
for %%w in (%*) do if "%%~w"=="-h" goto help
if not defined verb goto misused
if "%~1"=="help" goto help

"%java%" -version >nul 2>nul || goto nojava
"%java%" %quick% "%home%\cli\src\main\java\dev\seqrpay\cli\build\Build.java" "%home%" || exit /b 1
"%java%" %quick% "-Dseqrpay.home=%home%" "-Dseqrpay.program=%~0" -cp "%classes%;%home%\cli\target\lib\*" dev.seqrpay.cli.Main %*
exit /b %errorlevel%

:help
if not defined verb set "verb=help"
type "%help%\%verb%.txt"
exit /b 0

:misused
echo Unknown verb, or none: %asked% 1>&2
type "%help%\help.txt" 1>&2
exit /b 2

:nojava
echo seqrpay needs a JDK 17 or newer, in JAVA_HOME or on the PATH. 1>&2
exit /b 1
