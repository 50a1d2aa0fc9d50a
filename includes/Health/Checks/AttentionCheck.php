<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\WordPress\Counts\ProblemGroups;

/** Orders that have stopped until a person acts. They are found here before the month is closed. */
final class AttentionCheck implements HealthCheck {

	public function __construct( private readonly ProblemGroups $problem_groups ) {}

	public function name(): string {
		return 'attention';
	}

	public function label(): string {
		return __( 'Orders that need you', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$stopped = $this->problem_groups->orders();
		if ( $stopped === 0 ) {
			return Verdict::good( __( 'No order needs you', 'orderinvoicer' ) );
		}
		$title = sprintf(
			/* translators: %s: number of orders. */
			_n( '%s order needs you', '%s orders need you', $stopped, 'orderinvoicer' ),
			number_format_i18n( $stopped )
		);
		return Verdict::recommended(
			$title,
			__( 'They stopped because something about them cannot be done right.', 'orderinvoicer' ),
			__( '“To do” says for each one what happened and what to press.', 'orderinvoicer' ),
			AdminPage::PATH . '#/todo'
		);
	}
}
