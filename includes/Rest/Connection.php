<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

use OrderInvoicer\Application\ConnectionReport;
use OrderInvoicer\Application\Ports\Account;
use OrderInvoicer\Application\TestConnection;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Persistence\OptionConnection;
use OrderInvoicer\Sellsy\SeenQuota;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\ConsentStore;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenStore;

defined( 'ABSPATH' ) || exit;

/** Credentials saved, forgotten and tried, the same for REST and WP-CLI. */
final class Connection {

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly TokenEndpoint $endpoint,
		private readonly TokenStore $tokens,
		private readonly ConsentStore $consents,
		private readonly Account $account,
		private readonly TestConnection $test,
		private readonly OptionConnection $last,
		private readonly SeenQuota $quota,
	) {}

	/** True when wp-config.php holds the credentials. */
	public function is_fixed(): bool {
		return $this->credentials->are_fixed();
	}

	/** As a person typed or pasted them. */
	public function entered( Values $input ): Credentials {
		return new Credentials( trim( $input->text( 'client_id', '' ) ), trim( $input->text( 'client_secret', '' ) ), CredentialsType::from( $input->text( 'type', CredentialsType::Personal->value ) ) );
	}

	/**
	 * True for keys that Sellsy refuses while others are stored: a slip must not cost the shop those. Asked before anything
	 * is stored, so that no job ever works with the wrong ones. A private client can only be tried after its consent.
	 */
	public function refuses( Credentials $entered ): bool {
		$stored = $this->credentials->current();
		return $stored !== null && ! $entered->are( $stored ) && ! $entered->need_consent() && $this->endpoint->refuses( $entered );
	}

	/**
	 * Tried at once, so that the day of connection is known and whatever waited goes on; a private client's after
	 * somebody has allowed it.
	 *
	 * @throws \RuntimeException when the secret cannot be encrypted: nothing is stored then.
	 */
	public function save( Credentials $entered ): ConnectionReport {
		$this->credentials->save( $entered );
		$this->start_afresh();
		return $this->test();
	}

	public function forget(): void {
		$this->credentials->forget();
		$this->start_afresh();
	}

	public function test(): ConnectionReport {
		$report = $this->test->test();
		if ( $report->is_connected() || $report->problem?->code === ProblemCode::Unauthorized ) {
			$this->last->remember( $this->credentials->current()->client_id ?? '', $report->staff );
		}
		return $report;
	}

	/** Tokens and lists belong to the credentials of before. */
	private function start_afresh(): void {
		$this->tokens->forget();
		$this->consents->forget();
		$this->account->refresh();
		$this->last->forget();
		$this->quota->forget();
	}
}
