<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Another runner took the row over: stop at once, write nothing. */
final class LeaseLost extends \RuntimeException {}
