package org.jizhun.server.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Every request passes here: token against forged requests, who it is, whether they may, and what the browser is told. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** No script or frame from elsewhere and none inline; styles inline, since the charts set them. */
    static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain rules(HttpSecurity http, Sessions sessions, Gate gate, Clock clock) throws Exception {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
        // A program has no cookie that could be ridden on: what it may do hangs on the token it sends.
        return http.csrf(csrf -> csrf.spa().csrfTokenRepository(tokens).ignoringRequestMatchers(Gate::isFeed))
                .addFilterBefore(new ActorFilter(sessions), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new UploadFilter(clock), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(gate))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, failure) ->
                                ProblemJson.write(response, HttpStatus.UNAUTHORIZED, "sign-in-needed"))
                        .accessDeniedHandler((request, response, denied) -> refuse(gate, request, response, denied)))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .headers(SecurityRules::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(features -> features.policy(FEATURES))
                .crossOriginOpenerPolicy(Customizer.withDefaults());
    }

    private static void refuse(
            Gate gate, HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Optional<Actor> actor = CurrentActor.find();
        if (denied instanceof CsrfException) {
            ProblemJson.write(response, HttpStatus.FORBIDDEN, "request-token-missing");
        } else if (actor.isPresent() && !gate.knows(request)) {
            ProblemJson.write(response, HttpStatus.NOT_FOUND, "request-not-found");
        } else if (actor.isPresent() && actor.get().mustChangePassword()) {
            ProblemJson.write(response, HttpStatus.FORBIDDEN, "password-must-change");
        } else {
            ProblemJson.write(response, HttpStatus.FORBIDDEN, "request-not-permitted");
        }
    }
}
