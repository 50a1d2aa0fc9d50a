<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ShopCodeConflict;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\WordPress\Queue\Heartbeat;

/** How the work stands, as the schema `status` shows it; the same for REST, WP-CLI and Site Health. */
final class StatusView {

	public function __construct(
		private readonly Pauses $pauses,
		private readonly Ledger $ledger,
		private readonly Heartbeat $heartbeat,
		private readonly Clock $clock,
		private readonly ProblemView $problems,
		private readonly ShopCodeConflicts $clashes,
		private readonly DocumentPage $pages,
	) {}

	/** @return array{pause: array<string, string|null>|null, clash: array<string, string>|null, counts: array<string, int>, oldest_due_at: string|null, last_sweep_at: string|null, loopback: string} */
	public function current(): array {
		return [
			'pause'         => $this->pause(),
			'clash'         => $this->clash(),
			'counts'        => $this->counts(),
			'oldest_due_at' => $this->ledger->oldest_due( $this->clock->now() )?->format( DATE_RFC3339 ),
			'last_sweep_at' => $this->heartbeat->last_sweep()?->format( DATE_RFC3339 ),
			'loopback'      => $this->heartbeat->loopback(),
		];
	}

	/** @return array<string, string|null>|null */
	private function pause(): ?array {
		$pause = $this->pauses->current() ?? $this->pauses->partial()[0] ?? null;
		$shown = $this->problems->view( $pause?->problem );
		return $shown === null ? null : $shown + [ 'until' => $pause?->until?->format( DATE_RFC3339 ) ];
	}

	/** @return array<string, string>|null */
	private function clash(): ?array {
		$clash = $this->clashes->standing() ?? $this->former_clash();
		$shown = $this->problems->view( $clash?->problem() );
		return $clash === null || $shown === null ? null : $shown + [ 'url' => $this->pages->url( $clash->kind, $clash->id ) ];
	}

	/** A clash of a former code is nobody's business any more, unless an order stopped for it: then it can be settled here. */
	private function former_clash(): ?ShopCodeConflict {
		$stopped = $this->ledger->count( new TaskFilter( problem: ProblemCode::CodeClash->value ) );
		return $stopped === 0 ? null : $this->clashes->unsettled()[0] ?? null;
	}

	/** @return array<string, int> by state. */
	private function counts(): array {
		$counts = [];
		foreach ( TaskState::cases() as $state ) {
			$counts[ $state->value ] = $this->ledger->count( new TaskFilter( [ $state ] ) );
		}
		return $counts;
	}
}
