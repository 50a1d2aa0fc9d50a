<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\System\KeptValues;

/**
 * What an owner chose under an earlier release, which took any exemption for any sale.
 *
 * `looked`, and the situations to be told, with commas.
 */
final class EarlierExemptions {

	public const OPTION = 'orderinvoicer_unfit_exemptions';

	private const LOOKED = 'looked';

	public function __construct( private readonly KeptValues $values ) {}

	/** False where nobody has looked since. */
	public function are_looked_at(): bool {
		return $this->values->get( self::OPTION ) !== '';
	}

	/** @return list<ExemptSituation> whose tax is no longer accepted, until the owner has read so. */
	public function to_tell(): array {
		$values = explode( ',', $this->values->get( self::OPTION ) );
		return array_values( array_filter( array_map( ExemptSituation::tryFrom( ... ), $values ) ) );
	}

	/** @param list<ExemptSituation> $unfit none: there is nothing to tell, or it was read. */
	public function keep_unfit( array $unfit ): void {
		$this->values->set( self::OPTION, implode( ',', [ self::LOOKED, ...array_column( $unfit, 'value' ) ] ) );
	}
}
