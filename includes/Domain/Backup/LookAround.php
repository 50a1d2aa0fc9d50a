<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backup;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\System\Clock;

/**
 * A database that went back by minutes still has a fresh sign of life, and two servers may work for one address. What
 * waits in such a database was perhaps made already. So before a document is made that had to wait, a list says what
 * Sellsy got last: a document of this shop that the shop does not know stops what waits, all together.
 */
final class LookAround {

	/** What is worked at once was opened in this very database. */
	private const WAITED = '-1 minute';

	/** As far as a sign of life may lie back before it is an old one, and the pass after it. */
	private const UNSEEN = '-15 minutes';

	private const LISTED = '-1 day';

	/** @var array<string, \DateTimeImmutable> when this process looked last, by kind. Whoever woke has listed all. */
	private array $looked_at = [];

	public function __construct(
		private readonly LookBack $look_back,
		private readonly OpenedElsewhere $elsewhere,
		private readonly Unrecorded $unrecorded,
		private readonly DocumentsSince $documents,
		private readonly Gaps $gaps,
		private readonly Clock $clock,
	) {}

	/**
	 * @param Task $task held by this runner.
	 * @throws NeedsAttention where what waits is to be asked about.
	 * @throws RetryLater while Sellsy's list is not whole.
	 * @throws RemoteFailure
	 */
	public function before( Task $task ): void {
		$this->look_back->before( $task );
		$kind = $task->key->effect->creates();
		$now  = $this->clock->now();
		if ( $kind === null || $task->created_at > $now->modify( self::WAITED ) || $this->has_looked( $kind, $now ) ) {
			return;
		}
		$unknown = $this->unrecorded->news_among( $this->documents->last( $kind, $now->modify( self::LISTED ) ) );
		if ( $unknown === null ) {
			$this->looked_at[ $kind->value ] = $now;
			return;
		}
		$from = $now->modify( self::UNSEEN );
		$this->elsewhere->since( $from, $unknown->key );
		if ( $task->created_at >= $from ) {
			throw new NeedsAttention( OpenedElsewhere::problem( $unknown->key ) );
		}
		$this->look_back->look( $kind );
	}

	private function has_looked( DocumentKind $kind, \DateTimeImmutable $now ): bool {
		$looked_at = max( $this->looked_at[ $kind->value ] ?? null, $this->gaps->woke_at() );
		return $looked_at !== null && $looked_at > $now->modify( self::WAITED );
	}
}
