<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

/** The answer of one test, in the form of Site Health (`site_status_tests`). */
final class HealthResult {

	public function __construct( private readonly string $test ) {}

	/** @return array<string, mixed> */
	public function good( string $label ): array {
		return $this->result( 'good', $label, '', '' );
	}

	/** @return array<string, mixed> */
	public function recommended( string $label, string $description, string $url = '' ): array {
		return $this->result( 'recommended', $label, $description, $url );
	}

	/** @return array<string, mixed> */
	public function critical( string $label, string $description, string $url = '' ): array {
		return $this->result( 'critical', $label, $description, $url );
	}

	/** @return array<string, mixed> */
	private function result( string $status, string $label, string $description, string $url ): array {
		return [
			'label'       => $label,
			'status'      => $status,
			'badge'       => [
				'label' => __( 'Order Invoicer', 'orderinvoicer' ),
				'color' => 'blue',
			],
			'description' => $description === '' ? '' : '<p>' . esc_html( $description ) . '</p>',
			'actions'     => $url === '' ? '' : sprintf( '<p><a href="%1$s">%2$s</a></p>', esc_url( $url ), esc_html__( 'Open Order Invoicer', 'orderinvoicer' ) ),
			'test'        => $this->test,
		];
	}
}
