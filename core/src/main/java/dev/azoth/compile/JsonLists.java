package dev.azoth.compile;

import dev.azoth.type.ArrayType;
import dev.azoth.type.BooleanType;
import dev.azoth.type.DecimalType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of values as the text of JSON arrays, for databases that have no arrays but read those. */
final class JsonLists {
    private JsonLists() {}

    /** Whether the elements are in JSON what they are in a column; of exact numbers, whose digits JSON may lose, as texts. */
    static boolean has(SqlType<?> list) {
        SqlType<?> element = list instanceof ArrayType<?> array ? array.element() : list;
        return list instanceof ArrayType
                && (element instanceof StringType
                        || element instanceof IntegerType<?>
                        || element instanceof BooleanType
                        || element instanceof FloatType<?>
                        || element instanceof DecimalType);
    }

    static <E> TypeCodec<List<E>> codec(TypeCodec<String> text) {
        return text.converted(stored -> List.of(), JsonLists::write);
    }

    private static String write(List<?> list) {
        List<@Nullable Object> tree = new ArrayList<>();
        for (Object each : list) {
            tree.add(each instanceof BigDecimal number ? number.toPlainString() : each);
        }
        return Json.of(tree).text();
    }
}
