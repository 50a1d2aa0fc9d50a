<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return array_merge( require __DIR__ . '/problem.php', [ 'type' => [ 'object', 'null' ] ] );
