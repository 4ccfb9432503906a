package dev.seqrpay.simulation.bug;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.memory.InMemoryPayments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The product with a planted bug in it, and a simulation of its own around it: both are loaded a second time, for the
 * product's classes are known to each other alone.
 */
public final class Mutant extends ClassLoader {
    private static final String LOADED_AGAIN = "dev.seqrpay.";
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** It keeps the jars open that it has read, which are a hundred. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private final Map<String, ByteArrayOutputStream> compiled;

    private Mutant(Map<String, ByteArrayOutputStream> compiled) {
        super(Mutant.class.getClassLoader());
        this.compiled = compiled;
    }

    /** The simulation's command, which has a constructor for where it prints, in a world that has this bug. */
    @SuppressWarnings("unchecked")
    public static Predicate<List<String>> command(
            PlantedBug bug, Path project, Class<? extends Predicate<List<String>>> command, PrintStream out) {
        try {
            Path source = project.resolve(bug.source());
            Mutant mutant = new Mutant(compiled(source, bug.plant(Files.readString(source))));
            return (Predicate<List<String>>) mutant.loadClass(command.getName())
                    .getConstructor(PrintStream.class)
                    .newInstance(out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(LOADED_AGAIN)) return super.loadClass(name, resolve);
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : again(name);
    }

    private Class<?> again(String name) throws ClassNotFoundException {
        try (InputStream original = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (original == null) throw new ClassNotFoundException(name);
            byte[] bytes = compiled.containsKey(name) ? compiled.get(name).toByteArray() : original.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private static synchronized Map<String, ByteArrayOutputStream> compiled(Path source, String code) {
        StringWriter complaints = new StringWriter();
        Output output = new Output(FILES);
        String separator = System.getProperty("path.separator");
        String classPath = place(Payment.class)
                + separator
                + place(InMemoryPayments.class)
                + separator
                + System.getProperty("java.class.path");
        boolean done = COMPILER.getTask(
                        complaints,
                        output,
                        null,
                        List.of("-proc:none", "-nowarn", "-cp", classPath),
                        null,
                        List.of(new Code(source.toUri(), code)))
                .call();
        if (!done) throw new IllegalStateException("the planted bug does not compile: " + complaints);
        return output.classes;
    }

    private static Path place(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static final class Code extends SimpleJavaFileObject {
        private final String code;

        Code(URI uri, String code) {
            super(uri, Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Output(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
