package dev.azoth.dialect.mysql;

import dev.azoth.ErrorKind;

/** The meaning of the servers' error numbers. Those of MySQL above 3000 and of MariaDB above 1900 are their own and do not meet. */
final class MysqlErrorCodes {
    private MysqlErrorCodes() {}

    static ErrorKind kind(int code) {
        return switch (code) {
            case 1022, 1062, 1169, 1586, 1859 -> ErrorKind.UNIQUE;
            case 1216, 1217, 1451, 1452, 1761, 1762, 3008 -> ErrorKind.FOREIGN_KEY;
            // 1364: a column that is NOT NULL, has no default and got no value
            case 1048, 1121, 1263, 1364 -> ErrorKind.NOT_NULL;
            // 4025: MariaDB's
            case 3819, 3812, 4025 -> ErrorKind.CHECK;
            // too long, out of range, not parseable, division by zero, not JSON, a packet too large for the server
            case 1153,
                    1259,
                    1264,
                    1265,
                    1292,
                    1300,
                    1301,
                    1365,
                    1366,
                    1367,
                    1406,
                    1411,
                    1425,
                    1690,
                    3140,
                    3141,
                    3144,
                    3156,
                    3157,
                    3903,
                    4038 -> ErrorKind.DATA;
            // 1020: MariaDB, a row changed since the transaction's snapshot; 3101: a member of a cluster was first
            case 1020, 1213, 3101 -> ErrorKind.CONFLICT;
            // 1205: a lock; 1317: the statement was killed; 1969 and 3024: it took too long; 3572: NOWAIT
            case 1205, 1317, 1969, 3024, 3572 -> ErrorKind.TIMEOUT;
            case 1045, 1130, 1275, 1524, 1698, 1820, 1862, 3118, 3955, 4151 -> ErrorKind.AUTHENTICATION;
            // 1927 and 4031: the server ended the connection
            case 1042,
                    1043,
                    1053,
                    1077,
                    1079,
                    1080,
                    1152,
                    1158,
                    1159,
                    1160,
                    1161,
                    1184,
                    1927,
                    2002,
                    2003,
                    2005,
                    2006,
                    2013,
                    2055,
                    3169,
                    4031 -> ErrorKind.DISCONNECTED;
            // disk, memory, connections, transactions, prepared statements, a server that takes no changes; 1030: an
            // engine's own error, such as a disk that is full
            case 3,
                    20,
                    28,
                    1004,
                    1021,
                    1024,
                    1026,
                    1030,
                    1037,
                    1038,
                    1040,
                    1041,
                    1114,
                    1135,
                    1197,
                    1203,
                    1206,
                    1226,
                    1290,
                    1461,
                    1637,
                    1705,
                    1836,
                    3019,
                    3100,
                    3675 -> ErrorKind.OPERATIONAL;
            case 126, 127, 134, 144, 145, 1034, 1035, 1194, 1815 -> ErrorKind.INTERNAL;
            case 1235, 1286, 1295, 1178, 1845, 1846 -> ErrorKind.NOT_SUPPORTED;
            // of those whose SQLSTATE says nothing: a table that cannot be made, a foreign key that fits nothing, a
            // wrong index
            case 1005,
                    1025,
                    1067,
                    1072,
                    1093,
                    1111,
                    1143,
                    1210,
                    1215,
                    1221,
                    1227,
                    1267,
                    1270,
                    1271,
                    1273,
                    1283,
                    1356,
                    1822,
                    1823,
                    1824,
                    1825,
                    1826,
                    1828,
                    3756,
                    3780,
                    3813,
                    3815,
                    3820,
                    3822,
                    4161 -> ErrorKind.PROGRAMMING;
            default -> ErrorKind.UNKNOWN;
        };
    }
}
