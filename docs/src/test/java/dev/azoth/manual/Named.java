package dev.azoth.manual;

/** What has a name. */
interface Named {}
