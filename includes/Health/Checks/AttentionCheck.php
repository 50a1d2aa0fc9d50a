<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;

/** Documents that have stopped until a person acts. They are found here before the month is closed. */
final class AttentionCheck implements HealthCheck {

	public function __construct( private readonly Ledger $ledger ) {}

	public function name(): string {
		return 'attention';
	}

	public function label(): string {
		return __( 'Documents that need a person', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$stopped = $this->ledger->count( new TaskFilter( [ TaskState::Attention ] ) );
		if ( $stopped === 0 ) {
			return Verdict::good( __( 'No document needs a person', 'orderinvoicer' ) );
		}
		$title = sprintf(
			/* translators: %d: number of documents. */
			_n( '%d document needs your attention', '%d documents need your attention', $stopped, 'orderinvoicer' ),
			$stopped
		);
		return Verdict::recommended(
			$title,
			__( 'They stopped because something about them cannot be done right.', 'orderinvoicer' ),
			__( 'The log says for each one what happened and what to do.', 'orderinvoicer' ),
			AdminPage::PATH . '#/tasks?state=attention'
		);
	}
}
