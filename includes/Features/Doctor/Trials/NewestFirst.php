<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Client\Answer;

/** A short list of what is newest, and whether it is one. */
final class NewestFirst {

	/** So few tell. */
	public const MOST = 5;

	/** @param list<Answer> $listed */
	public static function look( array $listed, string $assumption, Answers $answers ): void {
		$ids    = self::ids( $listed );
		$sorted = $ids;
		rsort( $sorted );
		count( $ids ) < 2
			? $answers->not_known( $assumption, 'too-few' )
			: $answers->give( $assumption, $ids === $sorted, $ids === $sorted ? 'newest-first' : 'another-order' );
	}

	/**
	 * @param list<Answer> $listed
	 * @return list<int>
	 */
	public static function ids( array $listed ): array {
		return array_map( static fn ( Answer $one ): int => $one->id(), $listed );
	}
}
