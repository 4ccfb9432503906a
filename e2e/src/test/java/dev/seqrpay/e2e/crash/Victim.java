package dev.seqrpay.e2e.crash;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.jr.ob.JSON;

/** The functions in a process of their own, which is killed in the middle of all the calls that it is serving. */
final class Victim implements AutoCloseable {
    private final ChildProcess process = ChildProcess.start(Victim.class);
    private final Map<Integer, CompletableFuture<FunctionCall.Answer>> answers = new ConcurrentHashMap<>();
    private int calls;

    Victim() {
        Thread reader = new Thread(this::read, "victim");
        reader.setDaemon(true);
        reader.start();
    }

    /** Completed by the answer, if it lives to give one. */
    CompletableFuture<FunctionCall.Answer> call(FunctionCall call) {
        CompletableFuture<FunctionCall.Answer> answer = new CompletableFuture<>();
        answers.put(++calls, answer);
        process.write(calls + " " + call.toJson());
        return answer;
    }

    private void read() {
        for (String line; (line = process.read()) != null; ) {
            String[] numberAndAnswer = line.split(" ", 2);
            answers.get(Integer.valueOf(numberAndAnswer[0]))
                    .complete(new FunctionCall.Answer(JSON.std.mapFrom(numberAndAnswer[1])));
        }
    }

    @Override
    public void close() {
        process.kill();
    }

    /** The process itself: each line of its input is a call, all are served at once, each answer is a line of its output. */
    public static void main(String[] nothing) {
        ExecutorService threads = Executors.newCachedThreadPool();
        new java.io.BufferedReader(new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8))
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(call -> threads.execute(() -> System.out.println(call[0] + " "
                        + JSON.std.asString(FunctionCall.ofJson(call[1]).run().json()))));
        Runtime.getRuntime().halt(0);
    }
}
