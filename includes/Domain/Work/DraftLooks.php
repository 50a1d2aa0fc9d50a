<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\KeptValues;

/**
 * Where the looks at open drafts are kept from one pass to the next.
 *
 * An option for each kind: `<began> <whole> <marks> <position>`, moments as seconds and 0 for never. A position is
 * Sellsy's word and may hold anything; one of another account costs no more than a list that is begun again. /
 */
final class DraftLooks {

	public const PREFIX = 'orderinvoicer_draft_look_';

	private const OVER      = 'o';
	private const PAGED     = 'p';
	private const NOT_WHOLE = 'n';
	private const AGAIN     = 'a';

	public function __construct( private readonly KeptValues $values ) {}

	public function look( DocumentKind $kind ): DraftLook {
		$stored                               = $this->values->get( self::PREFIX . $kind->value );
		[ $began, $whole, $marks, $position ] = explode( ' ', "$stored   ", 4 );
		$began_at                             = self::moment( $began );
		return $began_at === null ? new DraftLook() : new DraftLook(
			began_at: $began_at,
			is_over: str_contains( $marks, self::OVER ),
			is_paged: str_contains( $marks, self::PAGED ),
			is_whole: ! str_contains( $marks, self::NOT_WHOLE ),
			is_again: str_contains( $marks, self::AGAIN ),
			position: rtrim( $position ),
			whole_at: self::moment( $whole ),
		);
	}

	public function keep_look( DocumentKind $kind, DraftLook $look ): void {
		$marks = [
			self::OVER      => $look->is_over,
			self::PAGED     => $look->is_paged,
			self::NOT_WHOLE => ! $look->is_whole,
			self::AGAIN     => $look->is_again,
		];
		$parts = [
			$look->began_at?->getTimestamp() ?? 0,
			$look->whole_at?->getTimestamp() ?? 0,
			implode( '', array_keys( array_filter( $marks ) ) ),
			$look->position,
		];
		$this->values->set( self::PREFIX . $kind->value, implode( ' ', $parts ) );
	}

	private static function moment( string $stored ): ?\DateTimeImmutable {
		return ctype_digit( $stored ) && $stored !== '0' ? new \DateTimeImmutable( "@$stored" ) : null;
	}
}
