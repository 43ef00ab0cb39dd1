package org.jizhun.server.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who holds which role from when to when. */
@RestController
class AppointmentController {

    private final Appointments appointments;

    AppointmentController(Appointments appointments) {
        this.appointments = appointments;
    }

    record AppointmentForm(
            @Nullable Long person,
            @Nullable String role,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String reason) {}

    record EndForm(
            @Nullable String ends,
            @Nullable String reason,
            @Nullable Integer version) {}

    @GetMapping("/api/appointments")
    List<Appointments.Appointment> all() {
        return appointments.all();
    }

    @PostMapping("/api/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    Appointments.Appointment grant(@RequestBody AppointmentForm body) {
        return appointments.grant(body);
    }

    @PostMapping("/api/appointments/{id}/end")
    Appointments.Appointment end(@PathVariable long id, @RequestBody EndForm body) {
        return appointments.end(id, body);
    }
}
