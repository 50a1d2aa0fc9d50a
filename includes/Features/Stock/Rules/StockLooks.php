<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\System\KeptValues;

/**
 * Where the look is kept from one batch to the next.
 *
 * One option, changed only by who has read it last. Moments are seconds, 0 for never.
 */
final class StockLooks {

	public const OPTION = 'orderinvoicer_stock_look';

	private string $read = '';

	public function __construct( private readonly KeptValues $values ) {}

	public function read(): StockLook {
		$this->read = $this->values->get( self::OPTION );
		$stored     = json_decode( $this->read, true );
		$values     = new Values( is_array( $stored ) ? $stored : [] );
		return new StockLook(
			basis: $values->text( 'basis', '' ),
			began_at: self::moment( $values->number( 'began', 0 ) ),
			cursor: $values->number( 'cursor', 0 ),
			is_over: $values->flag( 'over', true ),
			whole_at: self::moment( $values->number( 'whole', 0 ) ),
			approved: $values->flag( 'approved', false ),
			batch_at: self::moment( $values->number( 'batch', 0 ) ),
			rest_until: self::moment( $values->number( 'rest', 0 ) ),
			trouble: $values->text( 'trouble', '' ),
			since: self::moment( $values->number( 'since', 0 ) ),
			limited_at: self::moment( $values->number( 'limited', 0 ) )
		);
	}

	/** @return bool false: it is another by now than this process read, and stays so. */
	public function keep( StockLook $look ): bool {
		$value = (string) json_encode(
			[
				'basis'    => $look->basis,
				'began'    => $look->began_at?->getTimestamp() ?? 0,
				'cursor'   => $look->cursor,
				'over'     => $look->is_over,
				'whole'    => $look->whole_at?->getTimestamp() ?? 0,
				'approved' => $look->approved,
				'batch'    => $look->batch_at?->getTimestamp() ?? 0,
				'rest'     => $look->rest_until?->getTimestamp() ?? 0,
				'trouble'  => $look->trouble,
				'since'    => $look->since?->getTimestamp() ?? 0,
				'limited'  => $look->limited_at?->getTimestamp() ?? 0,
			]
		);
		$kept  = $value === $this->read || $this->values->swap( self::OPTION, $this->read, $value );
		if ( $kept ) {
			$this->read = $value;
		}
		return $kept;
	}

	public function forget(): void {
		$this->values->delete( self::OPTION );
		$this->read = '';
	}

	private static function moment( int $seconds ): ?\DateTimeImmutable {
		return $seconds > 0 ? new \DateTimeImmutable( "@$seconds" ) : null;
	}
}
