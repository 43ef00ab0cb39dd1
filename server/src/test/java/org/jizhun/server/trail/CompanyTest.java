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

    /** Two are at work and wait; of the 20 that come meanwhile whoever goes first takes 16, and the other 4 go in one group or two. */
    @Test
    void those_that_come_while_two_groups_are_at_work_are_done_together_sixteen_at_most() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        Company<Integer> company = new Company<>(group -> {
            groups.add(group);
            begun.countDown();
            await(goOn);
        });
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> company.join(-1)));
        all.add(threads.submit(() -> company.join(-2)));
        await(begun);
        for (int i = 0; i < 20; i++) {
            int wanted = i;
            all.add(threads.submit(() -> company.join(wanted)));
        }
        while (company.waiting() < 20) {
            Thread.sleep(1);
        }
        goOn.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        List<Integer> sizes = groups.stream().map(List::size).toList();
        assertThat(sizes).startsWith(1, 1).contains(16).hasSizeBetween(4, 6);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(22);
    }

    /** After groups of one and six the next is complete with four; one alone begins all the same, while the six are still at it. */
    @Test
    void whoever_waits_in_vain_for_others_begins_beside_the_group_under_way() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch six = new CountDownLatch(1);
        Company<Integer> company = new Company<>(group -> {
            groups.add(group);
            await(
                    group.contains(-1)
                            ? first
                            : group.contains(-2) ? second : group.size() == 6 ? six : new CountDownLatch(0));
        });
        Future<?> one = threads.submit(() -> company.join(-1));
        Future<?> other = threads.submit(() -> company.join(-2));
        waitForGroups(2);
        List<Future<?>> many = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int wanted = i;
            many.add(threads.submit(() -> company.join(wanted)));
        }
        while (company.waiting() < 6) {
            Thread.sleep(1);
        }
        first.countDown();
        one.get();
        waitForGroups(3);
        second.countDown();
        other.get();
        company.join(7);
        assertThat(many).noneMatch(Future::isDone);
        assertThat(groups).hasSize(4).endsWith(List.of(7));
        six.countDown();
        for (Future<?> each : many) {
            each.get();
        }
    }

    private void waitForGroups(int count) throws InterruptedException {
        while (groups.size() < count) {
            Thread.sleep(1);
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
