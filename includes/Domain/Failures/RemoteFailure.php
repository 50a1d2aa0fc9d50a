<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/**
 * A request to Sellsy that did not succeed. The kind decides what happens next; the message is for logs, in English,
 * without personal data.
 */
final class RemoteFailure extends \RuntimeException {

	/**
	 * @param int         $status      HTTP status, 0 when there was no answer.
	 * @param string      $route       method and path template, such as `POST /invoices`.
	 * @param string      $scope       the scope that the route needs, for 403.
	 * @param string      $detail      Sellsy's own message, without personal data, for people.
	 * @param list<string> $fields     keys of Sellsy's `error.details`, or what of an answer cannot be read.
	 * @param int|null    $retry_after seconds until a rate limit opens again.
	 */
	public function __construct(
		public readonly FailureKind $kind,
		public readonly int $status = 0,
		public readonly string $route = '',
		public readonly string $scope = '',
		public readonly string $detail = '',
		public readonly array $fields = [],
		public readonly ?int $retry_after = null,
		?\Throwable $previous = null,
	) {
		parent::__construct( trim( "$route: {$kind->value} $status" ), 0, $previous );
	}

	/** @param \Throwable $why nobody was reached. */
	public static function not_sent( \Throwable $why, string $route ): self {
		return new self( kind: FailureKind::NotSent, route: $route, detail: $why->getMessage(), previous: $why );
	}

	/** @param list<string> $fields of the answer; none: all of it. */
	public static function unreadable( string $route, int $status = 200, array $fields = [] ): self {
		$kind = FailureKind::OutcomeUnknown;
		return new self( kind: $kind, status: $status, route: $route, detail: 'Unreadable answer.', fields: $fields );
	}

	/** More pages than any account has. */
	public static function endless( string $route ): self {
		return new self( kind: FailureKind::OutcomeUnknown, status: 200, route: $route, detail: 'A list without end.' );
	}

	/**
	 * For the ports: what Sellsy no longer has is null, any other failure stays one.
	 *
	 * @template T
	 * @param callable(): T $read
	 * @return T|null
	 */
	public static function null_when_gone( callable $read ): mixed {
		try {
			return $read();
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::NotFound ? null : throw $failure;
		}
	}

	/** Nothing is made or changed by it, whatever came of it: asking again is harmless. */
	public function is_of_a_read(): bool {
		return preg_match( '~^GET |/(search|compute|prepare)$|\.get[A-Z]~', $this->route ) === 1;
	}

	/** Sellsy may have done what was asked, or not. */
	public function is_outcome_unknown(): bool {
		return $this->kind === FailureKind::OutcomeUnknown && ! $this->is_of_a_read();
	}

	/** Sellsy did answer: some field of it, and so what came of the request, cannot be read. */
	public function is_unreadable(): bool {
		return $this->kind === FailureKind::OutcomeUnknown && $this->fields !== [];
	}

	/** Sellsy refused the request for a field whose name begins so. */
	public function is_about( string ...$names ): bool {
		foreach ( $this->kind === FailureKind::Rejected ? $this->fields : [] as $field ) {
			foreach ( $names as $name ) {
				if ( str_starts_with( $field, $name ) ) {
					return true;
				}
			}
		}
		return false;
	}

	/** As it is told to people who look at a page that wanted it: nobody tries it again. */
	public function on_screen(): Problem {
		$problem = $this->problem();
		return in_array( $problem->code, [ ProblemCode::SellsyDown, ProblemCode::NotSent ], true )
			? new Problem( $problem->code, [ 'for' => 'page' ] + $problem->facts )
			: $problem;
	}

	/** As it is told to people. */
	public function problem(): Problem {
		$route = [ 'route' => $this->route ];
		return match ( $this->kind ) {
			// Sellsy says itself that it does not work: the site reaches it.
			FailureKind::NotSent        =>
				new Problem( $this->status >= 500 ? ProblemCode::SellsyDown : ProblemCode::NotSent, $route ),
			FailureKind::OutcomeUnknown => new Problem(
				$this->is_outcome_unknown() ? ProblemCode::OutcomeUnknown : ProblemCode::SellsyDown,
				$route
			),
			FailureKind::RateLimited    => new Problem( ProblemCode::RateLimited, $route ),
			FailureKind::Unauthorized   => new Problem( ProblemCode::Unauthorized ),
			FailureKind::AccountBlocked => new Problem(
				ProblemCode::AccountBlocked,
				$route + [
					'status' => $this->status,
					'scope'  => $this->scope,
				]
			),
			FailureKind::V1Missing      => new Problem( ProblemCode::V1Missing, $route ),
			FailureKind::NotFound, FailureKind::Rejected => new Problem(
				ProblemCode::Rejected,
				$route + [
					'status'  => $this->status,
					'message' => $this->detail,
				]
			),
		};
	}
}
