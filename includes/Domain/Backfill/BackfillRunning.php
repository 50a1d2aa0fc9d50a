<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backfill;

defined( 'ABSPATH' ) || exit;

/** A back-fill has not come to its end yet: it must finish, or be cancelled, before another begins. */
final class BackfillRunning extends \RuntimeException {}
