<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Who is connected, and which rights are missing, as far as that can be seen without writing anything. */
final class TestConnection {

	public function __construct(
		private readonly Account $account,
		private readonly AdoptConnection $adopt,
		private readonly ShopCodeCheck $shop_code_check,
	) {}

	public function test(): ConnectionReport {
		if ( ! $this->account->is_configured() ) {
			return new ConnectionReport( null, [], new Problem( ProblemCode::NotConnected ) );
		}
		try {
			$report = new ConnectionReport( $this->account->me(), $this->account->rights() );
		} catch ( RemoteFailure $failure ) {
			return new ConnectionReport( null, [], $this->problem( $failure ) );
		}
		$this->adopt->adopt();
		$this->shop_code_check->look();
		return $report;
	}

	/** Nothing was to be made, and nobody tries again. */
	private function problem( RemoteFailure $failure ): Problem {
		$code = match ( $failure->kind ) {
			FailureKind::OutcomeUnknown => ProblemCode::SellsyDown,
			FailureKind::NotSent        => $failure->status >= 500 ? ProblemCode::SellsyDown : ProblemCode::NotSent,
			default                     => null,
		};
		return $code === null ? $failure->problem() : new Problem( $code, [ 'for' => 'test' ] );
	}
}
