package org.jizhun.server;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One person who saves rows of a register without pause, through HTTP, with a few rows of their own and one draft after the
 * other in each: draft n of row r says so, so that what is found later tells which save it came from. What the server
 * acknowledged is noted after its answer was read; on any other answer it reads where it stands, and where there was none it
 * signs in before.
 */
final class RowWriter implements Runnable {

    static final int ROWS = 12;
    private static final long PAUSE_MILLIS = 30;

    private final String name;
    private final RunningServer.User user;
    private final String register;
    private final Supplier<String> base;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong tried = new AtomicLong();
    private final AtomicLong acknowledgements = new AtomicLong();
    private final Map<Integer, Long> newest = new ConcurrentHashMap<>();
    private final Map<String, Boolean> everyDraft = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> refusals = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Mark> marks = new HashMap<>();
    private Browser browser = new Browser("");
    private boolean signedIn;

    private record Mark(long id, int version) {}

    /** @param register the path of a register of the person's department */
    RowWriter(String name, RunningServer.User user, String register, Supplier<String> base) {
        this.name = name;
        this.user = user;
        this.register = register;
        this.base = base;
    }

    /** What the cell of a row says in one of its drafts. */
    static String draft(String writer, int row, long number) {
        return "目标 " + writer + " 第 " + row + " 行第 " + number + " 稿";
    }

    @Override
    public void run() {
        boolean known = false;
        int row = 0;
        while (!stop.get()) {
            try {
                known = known || standing();
                if (known) {
                    known = save(row);
                    row = (row + 1) % ROWS;
                } else {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (UncheckedIOException away) {
                // The server is not there, or went away in the middle of an answer.
                known = false;
                signedIn = false;
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /** Signs in and reads which rows there are, in which version. */
    private boolean standing() {
        if (!signedIn && !signIn()) {
            return false;
        }
        Browser.Answer read = browser.get(register);
        if (read.status() != 200) {
            refused(read);
            return false;
        }
        marks.clear();
        for (JsonNode each : read.body().path("rows")) {
            String[] words = each.path("cells").path("goal").asString("").split(" ", -1);
            if (words.length == 7 && words[1].equals(name)) {
                marks.put(
                        Integer.parseInt(words[3]),
                        new Mark(each.path("id").asLong(), each.path("version").asInt()));
            }
        }
        return true;
    }

    private boolean signIn() {
        browser = new Browser(base.get());
        Browser.Answer answer = browser.signIn(user.login(), RunningServer.PASSWORD);
        signedIn = answer.status() == 204;
        if (!signedIn) {
            refused(answer);
        }
        return signedIn;
    }

    private boolean save(int row) {
        long number = tried.incrementAndGet();
        Mark mark = marks.get(row);
        Map<String, Object> wanted = new HashMap<>(Map.of("cells", Map.of("goal", draft(name, row, number))));
        if (mark != null) {
            wanted.put("id", mark.id());
            wanted.put("version", mark.version());
        }
        Browser.Answer answer = browser.post(register + "/rows", Map.of("rows", List.of(wanted)));
        JsonNode outcome = answer.body().path("rows").path(0);
        if (answer.status() != 200 || !outcome.path("outcome").asString("").equals("saved")) {
            refused(answer);
            return false;
        }
        JsonNode saved = outcome.path("row");
        marks.put(row, new Mark(saved.path("id").asLong(), saved.path("version").asInt()));
        newest.put(row, number);
        everyDraft.put(draft(name, row, number), true);
        acknowledgements.incrementAndGet();
        return true;
    }

    /** While the database is away there is one right answer, and sessions outlive it. */
    private void refused(Browser.Answer answer) {
        String code = answer.status() + " " + answer.code();
        refusals.computeIfAbsent(code, word -> new AtomicLong()).incrementAndGet();
        if (!code.equals("503 server-database-away")) {
            unexpected.add(name + ": " + answer);
        }
    }

    void stop() {
        stop.set(true);
    }

    String name() {
        return name;
    }

    /** How many saves were acknowledged so far. */
    long acknowledgements() {
        return acknowledgements.get();
    }

    /** The number of the draft tried last, whether it was acknowledged or not. */
    long tried() {
        return tried.get();
    }

    /** The newest acknowledged draft of each row, as of now. */
    Map<Integer, Long> newest() {
        return Map.copyOf(newest);
    }

    /** The text of every draft that was ever acknowledged. */
    Iterable<String> everyDraft() {
        return everyDraft.keySet();
    }

    /** How often which refusal came, as {@code 503 server-database-away}. */
    Map<String, AtomicLong> refusals() {
        return refusals;
    }

    /** Answers that nobody should get. */
    Iterable<String> unexpected() {
        return unexpected;
    }
}
