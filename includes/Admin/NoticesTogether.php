<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\Moment;

/** Our notices stand on pages that are not ours, so they ask the database once for all of them. */
final class NoticesTogether {

	public function __construct( private readonly Moment $moment ) {}

	public function register(): void {
		add_action( 'admin_notices', [ $this->moment, 'hold' ], PHP_INT_MIN + 1, 0 ); // It is made at the first.
		add_action( 'admin_notices', [ $this->moment, 'release' ], PHP_INT_MAX, 0 );
	}
}
