package dev.azoth.orm.loading;

import dev.azoth.engine.Result;
import dev.azoth.orm.EntityPath;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import java.util.function.Function;

/**
 * What one load of a query needs.
 *
 * @param branches where what is selected begins, with its plan
 * @param nested   runs the statements of nested queries
 */
record QueryLoad(LoadRun run, Function<EntityPath<?>, Branch> branches, Function<Select<Row>, Result<Row>> nested) {}
