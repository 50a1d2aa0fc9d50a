<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\AccountListener;
use OrderInvoicer\Domain\Account\ConnectionReport;
use OrderInvoicer\Domain\Account\TestConnection;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Sellsy\Auth\ConsentStore;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\WordPress\Options\OptionConnection;

/** Credentials saved, forgotten and tried, the same for REST and WP-CLI. */
final class Connection {

	public const ALL_OF = [ 'listeners' => AccountListener::class ];

	/** @param list<AccountListener> $listeners */
	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly TokenEndpoint $endpoint,
		private readonly TokenStore $tokens,
		private readonly ConsentStore $consents,
		private readonly Account $account,
		private readonly TestConnection $test,
		private readonly OptionConnection $option_connection,
		private readonly SeenQuota $quota,
		private readonly Pauses $pauses,
		private readonly array $listeners,
	) {}

	/** True when wp-config.php holds the credentials. */
	public function is_fixed(): bool {
		return $this->credentials->are_fixed();
	}

	/** As a person typed or pasted them. */
	public function entered( Values $input ): Credentials {
		return new Credentials(
			trim( $input->text( 'client_id', '' ) ),
			trim( $input->text( 'client_secret', '' ) ),
			CredentialsType::from( $input->text( 'type', CredentialsType::Personal->value ) )
		);
	}

	/**
	 * True for keys that Sellsy refuses: a slip must not cost the shop those that it has, and is not kept either. Asked
	 * before anything is stored, so that no job ever works with the wrong ones. A private client can only be tried
	 * after its consent; those that are stored already are stored.
	 */
	public function refuses( Credentials $entered ): bool {
		return ! $entered->are( $this->credentials->current() )
			&& ! $entered->need_consent()
			&& $this->endpoint->refuses( $entered );
	}

	public function has_keys(): bool {
		return $this->credentials->current() !== null;
	}

	/**
	 * Tried at once, so that the day of connection is known and whatever waited goes on; a private client's after
	 * somebody has allowed it.
	 *
	 * @throws \RuntimeException when the secret cannot be encrypted: nothing is stored then.
	 */
	public function save( Credentials $entered ): ConnectionReport {
		if ( ! $entered->are( $this->credentials->current() ) ) {
			$this->before_keys_go( disconnects: false );
		}
		$this->credentials->save( $entered );
		$this->start_afresh();
		return $this->test();
	}

	public function forget(): void {
		try {
			$this->before_keys_go( disconnects: true );
		} finally {
			$this->credentials->forget();
			$this->start_afresh();
		}
	}

	public function test(): ConnectionReport {
		$tried    = $this->credentials->current();
		$report   = $this->test->test();
		$is_known = $report->is_connected() || $report->problem?->code === ProblemCode::Unauthorized;
		$this->credentials->read_anew(); // Somebody else may have stored others while Sellsy was asked.
		if ( $is_known && $tried?->are( $this->credentials->current() ) === true ) {
			$this->option_connection->remember( $tried->client_id, $report->staff );
		}
		return $report;
	}

	/** Tokens, lists and what Sellsy said of them belong to the credentials of before. */
	private function start_afresh(): void {
		$this->pauses->end( ProblemCode::Unauthorized );
		$this->tokens->forget();
		$this->consents->forget();
		$this->account->refresh();
		$this->option_connection->forget();
		$this->quota->forget();
	}

	/** One that fails keeps no other from it. */
	private function before_keys_go( bool $disconnects ): void {
		$first = null;
		foreach ( $this->listeners as $listener ) {
			try {
				$listener->before_keys_go( $disconnects );
			} catch ( \Throwable $error ) {
				$first ??= $error;
			}
		}
		if ( $first !== null ) {
			throw $first;
		}
	}
}
