<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Client;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\Rights\RouteScopes;

/** Every call of Sellsy in the log. What stands here is the allow-list: nothing else about a request is ever logged. */
final class CallLog {

	/** What a trial may be answered with. */
	private const REFUSALS = [
		FailureKind::Rejected,
		FailureKind::NotFound,
		FailureKind::AccountBlocked,
		FailureKind::V1Missing,
	];

	public function __construct(
		private readonly Logger $logger,
		private readonly Trail $trail,
		private readonly ?SeenRights $rights = null,
	) {}

	/**
	 * @template T
	 * @param string                            $path template without ids, or the method's name of API v1.
	 * @param \Closure(): array{T, int}         $call answers what it made of the answer, and the HTTP status.
	 * @param bool                              $is_trial a refusal is the answer that is asked for, and no error.
	 * @return T
	 * @throws RemoteFailure
	 */
	public function around( string $method, string $path, \Closure $call, bool $is_trial = false ): mixed {
		$started = hrtime( true );
		try {
			[ $result, $status ] = $call();
		} catch ( RemoteFailure $failure ) {
			$this->note( $method, $path, $failure->status, $failure->kind );
			if (
				$failure->kind === FailureKind::V1Missing
				|| $failure->status === 403 && $failure->kind === FailureKind::AccountBlocked
			) {
				$this->note_right( fn () => $this->rights?->refused( $failure->route ) );
			}
			$facts = $this->context( $method, $path, $failure->status, $started ) + [ 'kind' => $failure->kind->value ];
			$is_trial && in_array( $failure->kind, self::REFUSALS, true )
				? $this->logger->debug( 'Sellsy refused a trial.', $facts )
				: $this->logger->error( 'Sellsy request failed.', $facts );
			throw $failure;
		}
		$this->note( $method, $path, $status );
		$this->note_right(
			fn () => $this->rights?->succeeded( str_starts_with( $path, RouteScopes::V1 ) ? $path : "$method $path" )
		);
		$this->logger->debug( 'Sellsy answered.', $this->context( $method, $path, $status, $started ) );
		return $result;
	}

	/** Only for people to see: what it cannot write must not change what becomes of the request. */
	private function note_right( \Closure $note ): void {
		try {
			$note();
		} catch ( \Throwable $error ) {
			$this->logger->error( 'What was learnt about a right could not be stored.', [], $error );
		}
	}

	/** What only reads is no step of a try, unless it failed. API v1 refuses with status 200 too. */
	private function note( string $method, string $path, int $status, ?FailureKind $failure = null ): void {
		$reads = $method === 'GET' || str_ends_with( $path, '/search' );
		if ( $reads && $failure === null ) {
			return;
		}
		$facts = [ 'route' => "$method $path" ] + [ 'status' => $status ];
		if ( $failure !== null ) {
			$facts['failure'] = $failure->value;
		}
		$this->trail->note( new Step( StepCode::Answered, $facts ) );
	}

	/** @return array{method: string, path: string, status: int, ms: int} */
	private function context( string $method, string $path, int $status, int $started ): array {
		return [
			'method' => $method,
			'path'   => $path,
			'status' => $status,
			'ms'     => intdiv( hrtime( true ) - $started, 1_000_000 ),
		];
	}
}
