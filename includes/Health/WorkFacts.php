<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Health\Checks\TablesCheck;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\WordPress\Counts\LedgerCounts;
use OrderInvoicer\WordPress\Queue\HooksInPlace;
use OrderInvoicer\WordPress\Queue\ScheduleFacts;
use OrderInvoicer\WordPress\Tables\Schema;

/** How the work stands, in codes and numbers. The client id is left out: nobody who helps needs it. */
final class WorkFacts {

	public const ALL_OF = [ 'features' => MoreFacts::class ];

	/** @param list<MoreFacts> $features */
	public function __construct(
		private readonly ConnectionView $connection,
		private readonly StatusView $status,
		private readonly Pauses $pauses,
		private readonly LedgerCounts $ledger,
		private readonly ScheduleFacts $schedule,
		private readonly TablesCheck $tables,
		private readonly HooksInPlace $hooks,
		private readonly CredentialStore $credentials,
		private readonly SeenQuota $quota,
		private readonly array $features,
	) {}

	/** @return array<string, string> */
	public function all(): array {
		$ledger = $this->ledger->held();
		return [
			'connection'         => $this->connection->state(),
			'access'             => ( $this->credentials->current()->type->value ?? 'none' )
				. ( $this->credentials->are_fixed() ? ', wp-config.php' : '' ),
			'quota'              => $this->quota(),
			'pauses'             => implode(
				'; ',
				array_map(
					$this->pause( ... ),
					array_values( array_filter( [ $this->pauses->current(), ...$this->pauses->partial() ] ) )
				)
			),
			'states'             => $this->listed( $ledger->by_state() ),
			'effects'            => $this->listed( $ledger->by_effect() ),
			'problems'           => $this->listed( $ledger->by_problem() ),
			'oldest_due'         => $this->status->oldest_due_at() ?? '',
			'last_pass'          => $this->status->last_sweep_at() ?? '',
			'drafts_seen'        => $this->status->drafts_seen_at() ?? '',
			'sellsy_seen'        => $this->status->sellsy_seen_at() ?? '',
			'rounds_seen'        => $this->listed( array_filter( $this->status->rounds_seen_at(), is_string( ... ) ) ),
			'pass_is_scheduled'  => $this->schedule->has_sweep() ? 'yes' : 'no',
			'scheduled_actions'  => $this->listed( $this->schedule->counts() ),
			'calls_to_itself'    => $this->status->loopback(),
			'schema'             => trim( Schema::VERSION . ' ' . implode( ', ', $this->tables->missing() ) ),
			'hooks_not_in_place' => implode( ', ', $this->hooks->missing() ),
			...array_merge( [], ...array_map( static fn ( MoreFacts $one ): array => $one->facts(), $this->features ) ),
		];
	}

	private function quota(): string {
		$seen = $this->quota->last_seen();
		return $seen === null
			? ''
			: $this->listed(
				[ 'at' => $seen['at']->format( DATE_RFC3339 ) ] + array_filter( $seen['remaining'], is_int( ... ) )
			);
	}

	private function pause( Pause $pause ): string {
		$of    = $pause->only === null ? '' : " of {$pause->only->value}";
		$until = $pause->until === null ? 'for a person' : "until {$pause->until->format( DATE_RFC3339 )}";
		return "{$pause->problem->code->value}$of since {$pause->since->format( DATE_RFC3339 )} $until";
	}

	/** @param array<string, int|string> $numbers */
	private function listed( array $numbers ): string {
		return implode(
			', ',
			array_map(
				static fn ( string $name, int|string $number ): string => "$name $number",
				array_keys( $numbers ),
				$numbers
			)
		);
	}
}
