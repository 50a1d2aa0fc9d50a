<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Pace;

/** How far the look has come, what it compares, and whether a person has let it change anything. */
final class StockLook {

	public const NO_TROUBLE = '';
	/** Sellsy's API v1 refuses this access. */
	public const NO_RIGHT = 'no_right';
	/** Too many questions. */
	public const LIMIT = 'limit';
	public const FAILED = 'failed';
	/** A backup was put back: a person has to look again. */
	public const RESTORED = 'restored';

	/** Of a first comparison: older orders are settled at Sellsy, or a person sees that they are not. */
	private const BEFORE = '-30 days';

	/** Seconds between two batches, whoever asks for them: Sellsy takes about eight such questions a minute. */
	private const APART = 60;

	/** Who was asked too often is asked slowly for so long. */
	private const SLOWLY = '+1 day';

	/**
	 * @param string $basis    account, warehouse, leader and what moves stock; empty before the first look.
	 * @param int    $cursor   the last product that was looked at.
	 * @param bool   $approved a person has seen a whole look on this basis and lets stock agree.
	 * @param string $trouble  why the last batch ended early.
	 * @param \DateTimeImmutable|null $since orders need their document from then on; what came of older ones was seen.
	 * @param \DateTimeImmutable|null $limited_at when Sellsy said last that it is asked too often.
	 */
	public function __construct(
		public readonly string $basis = '',
		public readonly ?\DateTimeImmutable $began_at = null,
		public readonly int $cursor = 0,
		public readonly bool $is_over = true,
		public readonly ?\DateTimeImmutable $whole_at = null,
		public readonly bool $approved = false,
		public readonly ?\DateTimeImmutable $batch_at = null,
		public readonly ?\DateTimeImmutable $rest_until = null,
		public readonly string $trouble = self::NO_TROUBLE,
		public readonly ?\DateTimeImmutable $since = null,
		public readonly ?\DateTimeImmutable $limited_at = null,
	) {}

	public function begun( string $basis, \DateTimeImmutable $now, bool $approved ): self {
		$is_same = $basis === $this->basis;
		return $this->with(
			[
				'basis'    => $basis,
				'began_at' => $now,
				'cursor'   => 0,
				'is_over'  => false,
				'whole_at' => $is_same ? $this->whole_at : null,
				'approved' => $is_same && $approved,
				'trouble'  => self::NO_TROUBLE,
				'since'    => ( $is_same && $approved ? $this->since : null ) ?? $now->modify( self::BEFORE ),
			]
		);
	}

	/** What was seen is of another time. After a consent another look begins here; else it is as if none was. */
	public function lapsed( \DateTimeImmutable $now ): self {
		return ! $this->approved ? new self() : $this->begun( $this->basis, $now, false )->with(
			[
				'whole_at' => null,
				'trouble'  => self::RESTORED,
			]
		);
	}

	public function at( int $product_id ): self {
		return $this->with( [ 'cursor' => $product_id ] );
	}

	public function ended( \DateTimeImmutable $now ): self {
		return $this->with(
			[
				'is_over'  => true,
				'whole_at' => $now,
			]
		);
	}

	public function approved(): self {
		return $this->with(
			[
				'approved' => true,
				'trouble'  => self::NO_TROUBLE,
			]
		);
	}

	public function revoked(): self {
		return $this->with( [ 'approved' => false ] );
	}

	public function may_batch( \DateTimeImmutable $now ): bool {
		return ( $this->batch_at === null || $this->batch_at->modify( '+' . self::APART . ' seconds' ) <= $now )
			&& ( $this->rest_until === null || $this->rest_until <= $now );
	}

	/** Where nobody else needs the calls, more than one batch may follow the other. */
	public function may_hurry( \DateTimeImmutable $now ): bool {
		return $this->limited_at === null || $this->limited_at->modify( self::SLOWLY ) <= $now;
	}

	/**
	 * At the pace of this look so far.
	 *
	 * @param int $done products that it has gone through.
	 * @param int $left products.
	 * @return int|null to the nearest one; null before its pace is known.
	 */
	public function days_left( int $done, int $left ): ?int {
		$seconds = $this->began_at === null || $this->batch_at === null
			? 0
			: $this->batch_at->getTimestamp() - $this->began_at->getTimestamp();
		return Pace::days_left( $seconds, $done, $left );
	}

	public function batch( \DateTimeImmutable $now ): self {
		return $this->with(
			[
				'batch_at'   => $now,
				'rest_until' => null,
				'trouble'    => $this->trouble === self::RESTORED ? self::RESTORED : self::NO_TROUBLE,
			]
		);
	}

	public function rests( string $trouble, \DateTimeImmutable $until ): self {
		return $this->with(
			[
				'rest_until' => $until,
				'trouble'    => $trouble,
				'limited_at' => $trouble === self::LIMIT ? $until : $this->limited_at,
			]
		);
	}

	/** @param array<string, mixed> $changed by field. */
	private function with( array $changed ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$changed ] );
	}
}
