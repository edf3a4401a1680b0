/**
 * LangChain4j on any database: {@link dev.azoth.langchain4j.AzothEmbeddingStore} is a {@link dev.azoth.vector.document.DocumentStore} as LangChain4j's programs take it, and
 * {@link dev.azoth.langchain4j.ModelEmbedder} and {@link dev.azoth.langchain4j.EmbedderModel} take embedding models from one to the other.
 */
@NullMarked
package dev.azoth.langchain4j;

import org.jspecify.annotations.NullMarked;
