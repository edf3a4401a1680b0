/**
 * Spring AI on any database: {@link dev.azoth.spring.ai.AzothVectorStore} is a {@link dev.azoth.vector.document.DocumentStore} as Spring AI's programs take it, and
 * {@link dev.azoth.spring.ai.ModelEmbedder} lets a document store use an embedding model of Spring AI.
 *
 * <p>One jar for Spring AI 1.1 and 2.0.
 */
@NullMarked
package dev.azoth.spring.ai;

import org.jspecify.annotations.NullMarked;
