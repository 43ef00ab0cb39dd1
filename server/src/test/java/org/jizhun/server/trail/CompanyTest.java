package org.jizhun.server.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompanyTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whoever_comes_alone_is_a_group_of_one() {
        Company<Integer> company = new Company<>(groups::add);
        company.join(1);
        company.join(2);
        assertThat(groups).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void of_many_at_once_each_is_done_once_before_its_call_returns() throws Exception {
        Company<Integer> company = new Company<>(groups::add);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            int wanted = i;
            all.add(threads.submit(() -> {
                company.join(wanted);
                synchronized (groups) {
                    return groups.stream().anyMatch(group -> group.contains(wanted));
                }
            }));
        }
        for (Future<Boolean> each : all) {
            assertThat(each.get()).isTrue();
        }
        assertThat(groups.stream().flatMap(List::stream).toList())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2000).boxed().toList());
    }

    /** One is at work and waits; of the 20 that come meanwhile whoever goes first takes 16, and the others go after them. */
    @Test
    void those_that_come_while_a_group_is_at_work_are_done_together_sixteen_at_most() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Company<Integer> company = new Company<>(group -> {
            groups.add(group);
            begun.countDown();
            await(goOn);
        });
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> company.join(-1)));
        await(begun);
        joinAll(company, 20, all);
        goOn.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        List<Integer> sizes = groups.stream().map(List::size).toList();
        assertThat(sizes).containsExactly(1, 16, 4);
    }

    /** Groups of one and of six; who comes then alone begins after a moment, though as many as seven were lately there. */
    @Test
    void whoever_waits_in_vain_for_others_begins_without_them() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Company<Integer> company = new Company<>(group -> {
            groups.add(group);
            if (group.contains(-1)) {
                await(goOn);
            }
        });
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> company.join(-1)));
        while (groups.isEmpty()) {
            Thread.sleep(1);
        }
        joinAll(company, 6, all);
        goOn.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        company.join(7);
        assertThat(groups.stream().map(List::size).toList()).containsExactly(1, 6, 1);
    }

    /** Threads that come again and again are all in one group, whose last one did not wait. */
    @Test
    void those_who_come_again_and_again_come_together() throws Exception {
        Company<Integer> company = new Company<>(group -> {
            groups.add(group);
            pause();
        });
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int wanted = i;
            all.add(threads.submit(() -> {
                for (int turn = 0; turn < 50; turn++) {
                    company.join(wanted);
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        assertThat(groups.stream().filter(group -> group.size() == 4).count()).isGreaterThan(5);
    }

    private void joinAll(Company<Integer> company, int count, List<Future<?>> all) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            int wanted = i;
            all.add(threads.submit(() -> company.join(wanted)));
        }
        while (company.waiting() < count) {
            Thread.sleep(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void work_that_fails_is_told_to_who_did_it_and_those_behind_are_done() throws Exception {
        Company<Integer> company = new Company<>(group -> {
            groups.add(group);
            if (group.contains(13)) {
                throw new IllegalArgumentException("13");
            }
        });
        assertThatThrownBy(() -> company.join(13)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> company.join(13)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> company.join(13)).isInstanceOf(IllegalArgumentException.class);
        company.join(14);
        assertThat(groups).contains(List.of(14));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
