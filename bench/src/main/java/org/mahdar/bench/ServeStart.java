package org.mahdar.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long a server takes from the start of its process to its first page: {@code ServeStart TIMES COMMAND…}, such as
 * {@code ServeStart 9 ./mahdar serve --data week}. The port is added. Asked for are the first story and then the first page;
 * printed is when the last of them was there, in milliseconds of the clock.
 */
public final class ServeStart {
    private static final long PATIENCE = 60_000_000_000L;

    private ServeStart() {}

    /** Starts, asks, ends, and prints the median and the longest. */
    public static void main(String[] args) throws IOException, InterruptedException {
        double[] times = new double[Integer.parseInt(args[0])];
        for (int i = 0; i < times.length; i++) {
            times[i] = start(Arrays.asList(args).subList(1, args.length));
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%d starts: median %.0f ms, longest %.0f ms%n",
                times.length,
                times[times.length / 2],
                times[times.length - 1]);
    }

    private static double start(List<String> server) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(server);
        command.addAll(List.of("--port", String.valueOf(port)));
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            for (String page : List.of("/stories/1", "/")) {
                while (!answers(client, "http://127.0.0.1:" + port + page)) {
                    if (System.nanoTime() - begin > PATIENCE || !process.isAlive()) {
                        throw new IOException("It does not start: " + String.join(" ", command));
                    }
                    Thread.sleep(5);
                }
            }
            return (System.nanoTime() - begin) / 1e6;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static boolean answers(HttpClient client, String page) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(page)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        }
    }
}
