<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\ConnectionReport;
use OrderInvoicer\Domain\Account\Right;
use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Sellsy\Auth\Access;
use OrderInvoicer\Sellsy\Auth\ConsentFlow;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\RightsCheck;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Wording\Names\RightText;
use OrderInvoicer\WordPress\Options\OptionConnection;

/**
 * The connection as the schemas `connection` and `connection-report` show it. The secret never leaves.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 * @phpstan-import-type RightAnswer from RightText
 *
 * @phpstan-type StaffAnswer array{
 *     id: int,
 *     name: string,
 *     email: string,
 * }
 * @phpstan-type ConnectionAnswer array{
 *     // Which sort of access at Sellsy; personal while there is none.
 *     type: value-of<CredentialsType>,
 *     client_id: string,
 *     secret: array{
 *         is_set: bool,
 *     },
 *     // To enter at Sellsy on a private access.
 *     redirect_url: string,
 *     // Set in wp-config.php: cannot be changed here.
 *     from_constants: bool,
 *     // unknown: credentials are there, not tried yet. to_authorise: somebody must allow them at Sellsy.
 *     state: 'unconfigured'|'to_authorise'|'unknown'|'connected'|'refused',
 *     // The company whose books are written to, as Sellsy names its account; empty where Sellsy did not say, null
 *     // where nobody asked yet.
 *     account: string|null,
 *     staff: StaffAnswer|null,
 *     // Empty while nobody is connected.
 *     rights: list<RightAnswer>,
 *     problem: ProblemAnswer|null,
 * }
 * @phpstan-type ConnectionReportAnswer array{
 *     state: 'unconfigured'|'to_authorise'|'unknown'|'connected'|'refused',
 *     // The company whose books are written to, as Sellsy names its account; empty where Sellsy did not say, null
 *     // where nobody asked yet.
 *     account: string|null,
 *     staff: StaffAnswer|null,
 *     // Empty while nobody is connected.
 *     rights: list<RightAnswer>,
 *     problem: ProblemAnswer|null,
 * }
 */
final class ConnectionView {

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly Access $access,
		private readonly OptionConnection $option_connection,
		private readonly Pauses $pauses,
		private readonly ProblemView $problems,
		private readonly RightsCheck $rights,
		private readonly RightText $texts,
		private readonly Account $account,
		private readonly FailureCount $failures,
		private readonly SeenQuota $seen_quota,
	) {}

	/** @return ConnectionAnswer */
	public function connection(): array {
		$client_id = $this->client_id();
		$state     = $this->state();
		return [
			'type'           => ( $this->credentials->current()->type ?? CredentialsType::Personal )->value,
			'client_id'      => $client_id,
			'secret'         => [ 'is_set' => $client_id !== '' ],
			'redirect_url'   => ConsentFlow::address(),
			'from_constants' => $this->credentials->are_fixed(),
			'state'          => $state,
			'account'        => $state === 'connected' ? $this->account->name() : null,
			'staff'          => $state === 'connected' ? $this->option_connection->staff( $client_id ) : null,
			'rights'         => $state === 'connected'
				? array_map( $this->texts->texts( ... ), $this->rights->last_seen() )
				: [],
			'problem'        => $this->problems->view( $this->problem( $state ) ),
		];
	}

	/** @return ConnectionReportAnswer */
	public function report( ConnectionReport $report ): array {
		return [
			'state'   => $this->report_state( $report ),
			'account' => $report->is_connected() ? $this->account->name() : null,
			'staff'   => $report->staff,
			'rights'  => array_map( $this->texts->texts( ... ), $report->rights ),
			'problem' => $this->problems->view( $report->problem ),
		];
	}

	/** @return 'unconfigured'|'to_authorise'|'unknown'|'connected'|'refused' */
	public function state(): string {
		$client_id = $this->client_id();
		return match ( true ) {
			$client_id === ''                  => 'unconfigured',
			$this->access->waits_for_consent() => 'to_authorise',
			$this->is_refused()                => 'refused',
			! $this->option_connection->is_known( $client_id ) => 'unknown',
			default => $this->option_connection->staff( $client_id ) === null ? 'refused' : 'connected',
		};
	}

	/** The company whose books are written to; empty where Sellsy did not say, null where nobody asked. */
	public function account_name(): ?string {
		return $this->account->name();
	}

	/** The worst of all rights that are needed; Seen too where nobody is connected: the state says so then. */
	public function rights(): RightState {
		$states = $this->state() === 'connected'
			? array_map( static fn ( Right $right ): RightState => $right->state, $this->rights->last_seen() )
			: [];
		return match ( true ) {
			in_array( RightState::Missing, $states, true ) => RightState::Missing,
			in_array( RightState::Unseen, $states, true )  => RightState::Unseen,
			default => RightState::Seen,
		};
	}

	/**
	 * @return list<string> scopes that are missing, to name them; not where the person lacks the privilege, which is
	 *                      the same cause.
	 */
	public function missing_scopes(): array {
		$missing = array_filter(
			$this->rights->last_seen(),
			fn ( Right $right ): bool => $right->state === RightState::Missing
				&& ! $this->rights->is_of_person( $right->name )
		);
		return array_values(
			array_unique( array_map( static fn ( Right $right ): string => $right->scope, $missing ) )
		);
	}

	public function client_id(): string {
		return $this->credentials->current()->client_id ?? '';
	}

	/** @return 'unconfigured'|'to_authorise'|'unknown'|'connected'|'refused' */
	private function report_state( ConnectionReport $report ): string {
		return match ( true ) {
			$report->is_connected()                                  => 'connected',
			$this->access->waits_for_consent()                       => 'to_authorise',
			$report->problem?->code === ProblemCode::NotConnected    => 'unconfigured',
			$report->problem?->code === ProblemCode::Unauthorized    => 'refused',
			default                                                  => 'unknown',
		};
	}

	/** Work was under way when Sellsy refused it. */
	public function is_refused(): bool {
		return $this->pauses->current()?->problem->code === ProblemCode::Unauthorized;
	}

	/**
	 * It is connected, and Sellsy did not answer when it was last asked: until the next call succeeds. A pause begins
	 * only after several failures, and retries are minutes apart.
	 */
	public function is_silent(): bool {
		return $this->state() === 'connected' && (
			$this->failures->has_any() || $this->seen_quota->is_silent() || $this->silence() !== null
		);
	}

	/** Sellsy does not answer, and since when; null while nothing stands still for it. */
	public function silence(): ?Problem {
		$told = $this->pauses->current()?->told();
		return $told?->is( ProblemCode::SellsyDown ) === true ? $told : null;
	}

	private function problem( string $state ): ?Problem {
		return match ( $state ) {
			'refused'      => new Problem( ProblemCode::Unauthorized ),
			'to_authorise' => $this->is_refused() ? new Problem( ProblemCode::Unauthorized ) : null,
			'unconfigured' => $this->credentials->are_readable() ? null : new Problem( ProblemCode::SecretsUnreadable ),
			default        => null,
		};
	}
}
