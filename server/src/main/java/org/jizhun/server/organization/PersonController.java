package org.jizhun.server.organization;

import java.util.List;
import org.jizhun.server.platform.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of a department, and who of them has an account. */
@RestController
class PersonController {

    private final People people;
    private final Users users;

    PersonController(People people, Users users) {
        this.people = people;
        this.users = users;
    }

    record PersonForm(
            @Nullable String name,
            @Nullable String post,
            @Nullable Long unit,
            @Nullable Long office,
            @Nullable String departed,
            @Nullable Integer version) {}

    record AccountForm(@Nullable Long person, @Nullable String login) {}

    @GetMapping("/api/departments/{department}/people")
    List<People.Person> people(@PathVariable long department) {
        return people.of(department);
    }

    @PostMapping("/api/departments/{department}/people")
    @ResponseStatus(HttpStatus.CREATED)
    People.Person add(@PathVariable long department, @RequestBody PersonForm body) {
        return people.add(department, body);
    }

    @PutMapping("/api/departments/{department}/people/{id}")
    People.Person change(@PathVariable long department, @PathVariable long id, @RequestBody PersonForm body) {
        return people.change(department, id, body);
    }

    @GetMapping("/api/users")
    List<Users.User> users() {
        return users.all();
    }

    @PostMapping("/api/users")
    @ResponseStatus(HttpStatus.CREATED)
    Accounts.Opened openAccount(@RequestBody AccountForm body) {
        return people.openAccount(body.person(), body.login());
    }
}
