<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backfill;

defined( 'ABSPATH' ) || exit;

/** There is one that has not come to its end: finish, or cancel it, first. */
final class BackfillRunning extends \RuntimeException {}
