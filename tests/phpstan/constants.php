<?php
/**
 * Constants that WordPress and this plugin define while they load; the stubs hold none. Types, not values.
 */

declare( strict_types=1 );

define( 'ABSPATH', '/wordpress/' );
define( 'ARRAY_A', 'ARRAY_A' );
define( 'ARRAY_N', 'ARRAY_N' );
define( 'OBJECT', 'OBJECT' );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'ORDERINVOICER_VERSION', '0.1.0' );
define( 'ORDERINVOICER_FILE', '/wordpress/wp-content/plugins/orderinvoicer/orderinvoicer.php' );
