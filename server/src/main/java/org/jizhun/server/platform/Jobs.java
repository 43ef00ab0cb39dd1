package org.jizhun.server.platform;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Work that takes longer than a request should: done in the name of whoever asked for it, with its progress to be asked for,
 * and to be cancelled between its steps. Two at a time; jobs are forgotten when the server ends, their results are not.
 */
@Service
public class Jobs {

    private static final int AT_A_TIME = 2;
    private static final int REMEMBERED = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME, work -> {
        Thread thread = new Thread(work, "job");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** How far a job is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * What is told of a job.
     *
     * @param step what it is at, as a word of its kind
     * @param result what it made, such as the number of a report or an import; null until it is done
     */
    public record View(
            long id,
            State state,
            int done,
            int total,
            String step,
            @Nullable Object result,
            List<Map<String, Object>> problems) {}

    /** Told by the work at the beginning of each of its steps. */
    public interface Progress {
        /** For work that nobody follows. */
        Progress UNFOLLOWED = (done, total, step) -> {};

        /** @throws Cancelled if somebody cancelled the job */
        void at(int done, int total, String step);
    }

    /** Ends the work of a job that was cancelled; thrown by {@link Progress#at}. */
    public static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Job {
        private final long id;
        private final long owner;
        private volatile State state = State.RUNNING;
        private volatile int done;
        private volatile int total = 1;
        private volatile String step = "waiting";
        private volatile @Nullable Object result;
        private volatile List<Problem> problems = List.of();
        private volatile boolean cancelled;

        Job(long id, long owner) {
            this.id = id;
            this.owner = owner;
        }

        void at(int stepsDone, int steps, String word) {
            if (cancelled) {
                throw new Cancelled();
            }
            done = stepsDone;
            total = steps;
            step = word;
        }

        View view() {
            return new View(
                    id,
                    state,
                    done,
                    total,
                    step,
                    result,
                    problems.stream().map(ProblemJson::fields).toList());
        }
    }

    /** Begins work in the name of the signed-in user. */
    public View start(Function<Progress, Object> work) {
        Actor actor = CurrentActor.get();
        forgetOld();
        Job job = new Job(numbers.incrementAndGet(), Objects.requireNonNull(actor.account()));
        jobs.put(job.id, job);
        workers.execute(() -> CurrentActor.as(actor, () -> run(job, work)));
        return job.view();
    }

    private void forgetOld() {
        if (jobs.size() >= REMEMBERED) {
            jobs.values().removeIf(job -> job.state != State.RUNNING);
        }
    }

    private static boolean run(Job job, Function<Progress, Object> work) {
        try {
            job.result = work.apply(job::at);
            job.done = job.total;
            job.state = State.DONE;
        } catch (Cancelled cancelled) {
            job.state = State.CANCELLED;
        } catch (Refusal refusal) {
            fail(job, refusal.problems());
        } catch (Rejection rejection) {
            fail(job, rejection.problems());
        } catch (RuntimeException failure) {
            boolean away = DatabaseAway.is(failure);
            if (away) {
                LOG.warn("the database is away: {}", failure.getMessage());
            } else {
                LOG.error("a job failed", failure);
            }
            fail(job, List.of(away ? DatabaseAway.PROBLEM : Problem.of("server-failed", Place.NONE)));
        }
        return true;
    }

    private static void fail(Job job, List<Problem> problems) {
        job.problems = problems;
        job.state = State.FAILED;
    }

    /** Somebody's own job. */
    public View view(long id) {
        return own(id).view();
    }

    public View cancel(long id) {
        Job job = own(id);
        job.cancelled = true;
        if (job.state == State.RUNNING) {
            job.step = "cancelling"; // told until the step that is under way ends
        }
        return job.view();
    }

    private Job own(long id) {
        return Optional.ofNullable(jobs.get(id))
                .filter(job -> Objects.equals(CurrentActor.get().account(), job.owner))
                .orElseThrow(Rejection::notFound);
    }

    @PreDestroy
    void end() {
        workers.shutdownNow();
    }
}
