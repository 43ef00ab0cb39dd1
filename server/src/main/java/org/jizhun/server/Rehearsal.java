package org.jizhun.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

/**
 * Starts a demo on the data folder named, asks for its first page, and ends it: so that the launcher can keep an archive of the
 * classes a start loads. The launcher removes the folder.
 */
public final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        Serve.quiet();
        Arguments arguments = new Arguments(
                new String[] {"--data", words[0], "--port", "0", Serve.DEMO},
                Set.of("--data", "--port"),
                Set.of(Serve.DEMO));
        try (Serve server = Serve.start(arguments, Screen.standard())) {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                    .build();
            HttpClient.newHttpClient().send(page, HttpResponse.BodyHandlers.discarding());
        }
    }
}
