<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** A failed request as a problem that can be told to people. */
final class FailureProblem {

	/** Somebody looks at a page that wanted it: nobody tries it again. */
	public function on_screen( RemoteFailure $failure ): Problem {
		$problem = $this->problem( $failure );
		return in_array( $problem->code, [ ProblemCode::SellsyDown, ProblemCode::NotSent ], true )
			? new Problem( $problem->code, [ 'for' => 'page' ] + $problem->facts )
			: $problem;
	}

	public function problem( RemoteFailure $failure ): Problem {
		$route = [ 'route' => $failure->route ];
		return match ( $failure->kind ) {
			// Sellsy says itself that it does not work: the site reaches it.
			FailureKind::NotSent        =>
				new Problem( $failure->status >= 500 ? ProblemCode::SellsyDown : ProblemCode::NotSent, $route ),
			FailureKind::OutcomeUnknown => new Problem(
				$failure->is_outcome_unknown() ? ProblemCode::OutcomeUnknown : ProblemCode::SellsyDown,
				$route
			),
			FailureKind::RateLimited    => new Problem( ProblemCode::RateLimited, $route ),
			FailureKind::Unauthorized   => new Problem( ProblemCode::Unauthorized ),
			FailureKind::AccountBlocked => new Problem(
				ProblemCode::AccountBlocked,
				$route + [
					'status' => $failure->status,
					'scope'  => $failure->scope,
				]
			),
			FailureKind::V1Missing      => new Problem( ProblemCode::V1Missing, $route ),
			FailureKind::NotFound, FailureKind::Rejected => new Problem(
				ProblemCode::Rejected,
				$route + [
					'status'  => $failure->status,
					'message' => $failure->detail,
				]
			),
		};
	}
}
