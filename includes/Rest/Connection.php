<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

use OrderInvoicer\Application\ConnectionReport;
use OrderInvoicer\Application\Ports\Account;
use OrderInvoicer\Application\TestConnection;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Persistence\OptionConnection;
use OrderInvoicer\Sellsy\SeenQuota;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\ConsentStore;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\TokenStore;

defined( 'ABSPATH' ) || exit;

/** Credentials saved, forgotten and tried, the same for REST and WP-CLI. */
final class Connection {

	public function __construct(
		private readonly CredentialStore $credentials,
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

	/**
	 * Tried at once, so that the day of connection is known and whatever waited goes on; a private client's after
	 * somebody has allowed it.
	 *
	 * @param string $type a CredentialsType.
	 * @throws \RuntimeException when the secret cannot be encrypted: nothing is stored then.
	 */
	public function save( string $client_id, string $client_secret, string $type ): ConnectionReport {
		$this->credentials->save( new Credentials( trim( $client_id ), trim( $client_secret ), CredentialsType::from( $type ) ) );
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
