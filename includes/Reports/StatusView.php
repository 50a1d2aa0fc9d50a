<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ShopCodeConflict;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\Seen\LastLooks;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\DraftLooks;
use OrderInvoicer\Domain\Work\DraftMonitor;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\WordPress\Counts\LedgerCounts;
use OrderInvoicer\WordPress\Queue\Heartbeat;

/**
 * How the work stands, as the schema `status` shows it; the same for REST, WP-CLI and Site Health.
 *
 * @phpstan-type PauseAnswer array{
 *     code: string,
 *     // What happened and why.
 *     text: string,
 *     // What to do next.
 *     next_step: string,
 *     until: Rfc3339|null,
 * }
 * @phpstan-type ClashAnswer array{
 *     code: string,
 *     // What happened and why.
 *     text: string,
 *     // What to do next.
 *     next_step: string,
 *     url: string,
 * }
 * @phpstan-type StatusAnswer array{
 *     // Why everything waits; until is null where a person must act.
 *     pause: PauseAnswer|null,
 *     // Another shop writes with the same code to the same account; url shows its newest document.
 *     clash: ClashAnswer|null,
 *     counts: array<value-of<TaskState>, NaturalInt>,
 *     oldest_due_at: Rfc3339|null,
 *     last_sweep_at: Rfc3339|null,
 *     // When every open draft had last been compared with Sellsy; null before.
 *     drafts_seen_at: Rfc3339|null,
 *     // When payments and open documents had last been looked at in Sellsy; null before.
 *     sellsy_seen_at: Rfc3339|null,
 *     // Whether the site can call itself after a checkout.
 *     loopback: 'works'|'blocked'|'unknown',
 * }
 */
final class StatusView {

	public function __construct(
		private readonly Pauses $pauses,
		private readonly Ledger $ledger,
		private readonly Heartbeat $heartbeat,
		private readonly Clock $clock,
		private readonly ProblemView $problems,
		private readonly ShopCodeConflicts $shop_code_conflicts,
		private readonly DocumentPage $pages,
		private readonly LedgerCounts $counts,
		private readonly DraftLooks $drafts,
		private readonly LastLooks $last_looks,
	) {}

	/**
	 * @return StatusAnswer
	 */
	public function current(): array {
		return [
			'pause'          => $this->pause(),
			'clash'          => $this->clash(),
			'counts'         => $this->counts->by_state(),
			'oldest_due_at'  => $this->oldest_due_at(),
			'last_sweep_at'  => $this->last_sweep_at(),
			'drafts_seen_at' => $this->drafts_seen_at(),
			'sellsy_seen_at' => $this->sellsy_seen_at(),
			'loopback'       => $this->loopback(),
		];
	}

	public function oldest_due_at(): ?string {
		return $this->ledger->oldest_due( $this->clock->now() )?->format( DATE_RFC3339 );
	}

	public function last_sweep_at(): ?string {
		return $this->heartbeat->last_sweep()?->format( DATE_RFC3339 );
	}

	/** Since then no open draft was without a look; null before each has had one. */
	public function drafts_seen_at(): ?string {
		$whole_at = fn ( DocumentKind $kind ): ?\DateTimeImmutable => $this->drafts->look( $kind )->whole_at;
		$seen     = array_map( $whole_at, DraftMonitor::kinds() );
		return in_array( null, $seen, true ) || $seen === [] ? null : min( $seen )->format( DATE_RFC3339 );
	}

	/** Since then no new payment and no document that awaits something was without a look; null before. */
	public function sellsy_seen_at(): ?string {
		return $this->seen_at( Round::Open, $this->last_looks->payments_at() );
	}

	/** @return array<string, string|null> the same of the other documents, by Round value. */
	public function rounds_seen_at(): array {
		return [
			Round::Recent->value => $this->seen_at( Round::Recent ),
			Round::Old->value    => $this->seen_at( Round::Old ),
		];
	}

	private function seen_at( Round $round, ?\DateTimeImmutable ...$others ): ?string {
		$of_kind = fn ( DocumentKind $kind ): ?\DateTimeImmutable => $this->last_looks->documents_at( $kind, $round );
		$seen    = [ ...$others, ...array_map( $of_kind, Round::kinds() ) ];
		return in_array( null, $seen, true ) || $seen === [] ? null : min( $seen )->format( DATE_RFC3339 );
	}

	/** @return 'works'|'blocked'|'unknown' */
	public function loopback(): string {
		return $this->heartbeat->loopback();
	}

	/** @return PauseAnswer|null */
	public function pause(): ?array {
		$pause = $this->pauses->current() ?? $this->pauses->partial()[0] ?? null;
		$shown = $this->problems->view( $pause?->told() );
		return $shown === null ? null : $shown + [ 'until' => $pause?->until?->format( DATE_RFC3339 ) ];
	}

	/** @return ClashAnswer|null */
	public function clash(): ?array {
		$clash = $this->shop_code_conflicts->standing() ?? $this->former_clash();
		$shown = $this->problems->view( $clash?->problem() );
		return $clash === null || $shown === null
			? null
			: $shown + [ 'url' => $this->pages->url( $clash->kind, $clash->id ) ];
	}

	/**
	 * A clash of a former code is nobody's business any more, unless an order stopped for it: then it can be settled
	 * here.
	 */
	private function former_clash(): ?ShopCodeConflict {
		$stopped = $this->ledger->count( new TaskFilter( problem: ProblemCode::CodeClash->value ) );
		return $stopped === 0 ? null : $this->shop_code_conflicts->unsettled()[0] ?? null;
	}
}
