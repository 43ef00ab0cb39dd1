package org.jizhun.server.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Administrative regions (行政区划). */
@RestController
class RegionController {

    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    /** What is written; {@code version} is that of the record read, and not needed for a new one. */
    record RegionForm(
            @Nullable String code,
            @Nullable String name,
            @Nullable Long parent,
            @Nullable Integer version) {}

    @GetMapping("/api/regions")
    List<Regions.Region> all() {
        return regions.all();
    }

    @PostMapping("/api/regions")
    @ResponseStatus(HttpStatus.CREATED)
    Regions.Region add(@RequestBody RegionForm body) {
        return regions.add(body);
    }

    @PutMapping("/api/regions/{id}")
    Regions.Region change(@PathVariable long id, @RequestBody RegionForm body) {
        return regions.change(id, body);
    }
}
