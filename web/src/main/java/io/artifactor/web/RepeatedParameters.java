package io.artifactor.web;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a parameter of the query that takes one value and is given several: of those in front of
 * us and behind us, one would read the first and another the last.
 */
@Provider
public class RepeatedParameters implements ContainerRequestFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> repeated =
                request.getUriInfo().getQueryParameters().entrySet().stream()
                        .filter(parameter -> parameter.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList();
        @Nullable Method asked = resource.getResourceMethod();
        if (repeated.isEmpty() || asked == null) {
            return;
        }
        Set<String> single = known.computeIfAbsent(asked, RepeatedParameters::single);
        for (String name : repeated) {
            if (single.contains(name)) {
                throw new Problem(
                        ProblemCode.INVALID_INPUT,
                        "The parameter %s is given more than once, but takes one value."
                                .formatted(name));
            }
        }
    }

    /** The names of the parameters that take one value. */
    static Set<String> single(Method method) {
        Set<String> names = new HashSet<>(Set.of(SparseFields.PARAMETER));
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), names);
            } else {
                add(parameter, parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addFields(Class<?> bean, Set<String> names) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(BeanParam.class)) {
                    addFields(field.getType(), names);
                } else {
                    add(field, field.getType(), names);
                }
            }
        }
    }

    private static void add(AnnotatedElement place, Class<?> type, Set<String> names) {
        @Nullable QueryParam parameter = place.getAnnotation(QueryParam.class);
        if (parameter != null && !Collection.class.isAssignableFrom(type)) {
            names.add(parameter.value());
        }
    }
}
