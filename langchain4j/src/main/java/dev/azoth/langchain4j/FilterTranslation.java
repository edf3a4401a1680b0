package dev.azoth.langchain4j;

import dev.azoth.vector.filter.Field;
import dev.azoth.vector.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.ContainsString;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThan;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThan;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotIn;
import dev.langchain4j.store.embedding.filter.logical.And;
import dev.langchain4j.store.embedding.filter.logical.Not;
import dev.langchain4j.store.embedding.filter.logical.Or;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** LangChain4j's filters as ours, which mean the same: a missing value is unequal to all, and what is not true is false. */
final class FilterTranslation {
    private FilterTranslation() {}

    static Filter of(dev.langchain4j.store.embedding.filter.Filter filter) {
        if (filter instanceof And and) {
            return of(and.left()).and(of(and.right()));
        } else if (filter instanceof Or or) {
            return of(or.left()).or(of(or.right()));
        } else if (filter instanceof Not not) {
            return of(not.expression()).not();
        } else if (filter instanceof IsEqualTo is) {
            return field(is.key()).eq(value(is.comparisonValue()));
        } else if (filter instanceof IsNotEqualTo is) {
            return field(is.key()).ne(value(is.comparisonValue()));
        } else if (filter instanceof IsIn is) {
            return field(is.key()).in(values(is.comparisonValues()));
        } else if (filter instanceof IsNotIn is) {
            return field(is.key()).notIn(values(is.comparisonValues()));
        } else if (filter instanceof ContainsString contains) {
            return field(contains.key()).containsText(contains.comparisonValue());
        }
        return ordered(filter);
    }

    private static Filter ordered(dev.langchain4j.store.embedding.filter.Filter filter) {
        if (filter instanceof IsGreaterThan is) {
            return field(is.key()).gt(value(is.comparisonValue()));
        } else if (filter instanceof IsGreaterThanOrEqualTo is) {
            return field(is.key()).gte(value(is.comparisonValue()));
        } else if (filter instanceof IsLessThan is) {
            return field(is.key()).lt(value(is.comparisonValue()));
        } else if (filter instanceof IsLessThanOrEqualTo is) {
            return field(is.key()).lte(value(is.comparisonValue()));
        }
        throw new UnsupportedOperationException("a database cannot test a filter of one's own, "
                + filter.getClass().getName()
                + ": build it of MetadataFilterBuilder.metadataKey(…), or filter what the search finds");
    }

    private static Field field(String key) {
        return Field.field(key);
    }

    private static List<Object> values(Collection<?> values) {
        return values.stream().map(FilterTranslation::value).toList();
    }

    private static Object value(Object value) {
        return value instanceof UUID uuid ? uuid.toString() : value;
    }
}
