<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

/** The fields that WooCommerce's own e-mails to the shop have. */
final class OwnerEmailFields {

	/**
	 * @param list<string> $placeholders
	 * @param array<mixed> $types        of WooCommerce: HTML, plain text.
	 * @return array<string, array<string, mixed>>
	 */
	public function fields(
		string $subject,
		string $heading,
		string $admin,
		array $placeholders,
		array $types,
	): array {
		$available = sprintf(
			/* translators: %s: names such as {site_title}. */
			__( 'Available placeholders: %s', 'orderinvoicer' ),
			'<code>' . implode( '</code>, <code>', array_map( 'esc_html', $placeholders ) ) . '</code>'
		);
		$below     = __( 'Text below everything else.', 'orderinvoicer' ) . " $available";
		return [
			'enabled'            => [
				'title'   => __( 'Enable/Disable', 'orderinvoicer' ),
				'type'    => 'checkbox',
				'label'   => __( 'Send this e-mail', 'orderinvoicer' ),
				'default' => 'no', // Sites that were updated have no option yet.
			],
			'recipient'          => $this->field( 'text', __( 'Recipients', 'orderinvoicer' ), $this->to( $admin ) ),
			'subject'            => [ 'placeholder' => $subject ]
				+ $this->field( 'text', __( 'Subject', 'orderinvoicer' ), $available ),
			'heading'            => [ 'placeholder' => $heading ]
				+ $this->field( 'text', __( 'Heading', 'orderinvoicer' ), $available ),
			'additional_content' => [ 'css' => 'width:400px; height: 75px;' ]
				+ $this->field( 'textarea', __( 'Additional content', 'orderinvoicer' ), $below ),
			'email_type'         => [
				'class'   => 'email_type wc-enhanced-select',
				'default' => 'html',
				'options' => $types,
			] + $this->field(
				'select',
				__( 'E-mail type', 'orderinvoicer' ),
				__( 'The format in which it is sent.', 'orderinvoicer' )
			),
		];
	}

	private function to( string $admin ): string {
		return sprintf(
			/* translators: %s: e-mail address. */
			__( 'E-mail addresses, separated by commas. Where there is none: %s.', 'orderinvoicer' ),
			'<code>' . esc_html( $admin ) . '</code>'
		);
	}

	/** @return array<string, mixed> */
	private function field( string $type, string $title, string $description ): array {
		return [
			'title'       => $title,
			'type'        => $type,
			'description' => $description,
			'placeholder' => '',
			'default'     => '',
			'desc_tip'    => true,
		];
	}
}
