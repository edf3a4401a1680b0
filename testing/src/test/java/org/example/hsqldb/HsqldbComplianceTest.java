package org.example.hsqldb;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The whole compliance suite on HSQLDB. */
// tag::dialect-suite
@Suite
@SelectPackages("dev.azoth.testing.compliance")
@ConfigurationParameter(key = "azoth.databases", value = HsqldbDialect.NAME)
class HsqldbComplianceTest {}
// end::dialect-suite
