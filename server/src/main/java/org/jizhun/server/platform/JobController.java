package org.jizhun.server.platform;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far one's own long work is, and its end before time. */
@RestController
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/api/jobs/{id}")
    Jobs.View job(@PathVariable long id) {
        return jobs.view(id);
    }

    @PostMapping("/api/jobs/{id}/cancellation")
    Jobs.View cancel(@PathVariable long id) {
        return jobs.cancel(id);
    }
}
