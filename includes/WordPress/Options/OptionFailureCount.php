<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Pauses\FailureCount;

final class OptionFailureCount implements FailureCount {

	private const OPTION = 'orderinvoicer_failures_in_a_row';

	public function __construct( private readonly FreshOptions $options ) {}

	public function add(): int {
		return $this->options->increment( self::OPTION );
	}

	public function has_any(): bool {
		return $this->options->get( self::OPTION ) !== '';
	}

	public function reset(): void {
		if ( $this->has_any() ) {
			$this->options->delete( self::OPTION );
		}
	}
}
