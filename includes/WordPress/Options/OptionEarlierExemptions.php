<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\EarlierExemptions;

/** `looked`, and the situations to be told, with commas. */
final class OptionEarlierExemptions implements EarlierExemptions {

	public const OPTION = 'orderinvoicer_unfit_exemptions';

	private const LOOKED = 'looked';

	public function __construct( private readonly FreshOptions $options ) {}

	public function are_looked_at(): bool {
		return $this->options->get( self::OPTION ) !== '';
	}

	public function to_tell(): array {
		$values = explode( ',', $this->options->get( self::OPTION ) );
		return array_values( array_filter( array_map( ExemptSituation::tryFrom( ... ), $values ) ) );
	}

	public function keep_unfit( array $unfit ): void {
		$this->options->set( self::OPTION, implode( ',', [ self::LOOKED, ...array_column( $unfit, 'value' ) ] ) );
	}
}
