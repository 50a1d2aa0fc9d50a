<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Reports\StatusView;

/** Another shop with this shop's code, as seen at the last daily look at the account. */
final class ClashCheck implements HealthCheck {

	public function __construct( private readonly StatusView $status ) {}

	public function name(): string {
		return 'clash';
	}

	public function label(): string {
		return __( 'Shop code of its own', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$clash = $this->status->clash();
		return $clash === null
			? Verdict::good(
				__( 'No other shop was seen with the shop code that marks the documents of this one', 'orderinvoicer' )
			)
			: Verdict::critical(
				__( 'Another shop uses the shop code of this one', 'orderinvoicer' ),
				$clash['text'] ?? '',
				$clash['next_step'] ?? '',
				AdminPage::PATH . '#/connection'
			);
	}
}
