<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/**
 * When something may be created again although an earlier attempt had no clear outcome: after two searches that found
 * nothing, two minutes apart, because a search may lag behind a write.
 */
final class RepeatPolicy {

	private const APART = 120;

	/** Name of the problem's fact that keeps the moment of the first empty search (Unix time). */
	public const EMPTY_SEARCH_AT = 'empty_search_at';

	/**
	 * Asked after a search that found nothing.
	 *
	 * @return int 0: create again; otherwise seconds to wait before the next search.
	 */
	public function wait_before_create( ?Problem $last, \DateTimeImmutable $now ): int {
		$first = $last?->facts[ self::EMPTY_SEARCH_AT ] ?? null;
		return $this->wait_after( is_int( $first ) ? $now->setTimestamp( $first ) : null, $now );
	}

	/**
	 * Asked after a search that found nothing.
	 *
	 * @param \DateTimeImmutable|null $first when the first such search was made; null: this one is it.
	 * @return int 0: create again; otherwise seconds to wait before the next search.
	 */
	public function wait_after( ?\DateTimeImmutable $first, \DateTimeImmutable $now ): int {
		return $first === null ? self::APART : max( 0, $first->getTimestamp() + self::APART - $now->getTimestamp() );
	}

	public function empty_search( ?Problem $last, \DateTimeImmutable $now ): Problem {
		$first = $last?->facts[ self::EMPTY_SEARCH_AT ] ?? $now->getTimestamp();
		return new Problem( ProblemCode::OutcomeUnknown, [ self::EMPTY_SEARCH_AT => $first ] );
	}
}
