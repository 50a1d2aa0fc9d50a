<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;



/**
 * "I buy for a company" at the classic checkout, at the billing address. A small script shows what belongs to the box
 * and switches the rest off, so that the browser does not send it; without script all fields are there, none is needed,
 * and what is sent counts.
 *
 * Where the shop hides WooCommerce's own company field, ours takes its name: WooCommerce then stores it by itself.
 */
final class ClassicCompanyBox {

	private const BOX     = 'orderinvoicer_is_company';
	private const COMPANY = 'billing_company';

	/** Before WooCommerce's company field, which has 30; and behind our numbers. */
	private const BEFORE = 29;
	private const BEHIND = 36;

	/**
	 * What the box shows and hides, and that it needs the company's name. A company field of the shop's own is not ours
	 * to hide, and is needed all the same.
	 */
	private const SCRIPT = <<<'JS'
		( function () {
			const box = document.getElementById( 'orderinvoicer_is_company' );
			const of = function ( name ) {
				return [ document.getElementById( name ), document.getElementById( name + '_field' ) ];
			};
			const mark = document.createElement( 'abbr' );
			mark.className = 'required';
			mark.title = %2$s;
			mark.textContent = '*';
			const need = function () {
				const [ input, row ] = of( 'billing_company' );
				const label = row && row.querySelector( 'label' );
				if ( ! input || ! label ) {
					return;
				}
				if ( ! mark.isConnected ) {
					if ( label.querySelector( '.required' ) ) {
						return; // The shop requires it of everybody.
					}
					label.append( ' ', mark );
				}
				const optional = label.querySelector( '.optional' );
				input.required = box.checked;
				mark.hidden = ! box.checked;
				row.classList.toggle( 'validate-required', box.checked );
				if ( optional ) {
					optional.hidden = box.checked;
				}
			};
			const show = function () {
				%1$s.forEach( function ( name ) {
					const [ input, row ] = of( name );
					if ( input && row ) {
						input.disabled = ! box.checked;
						row.style.display = box.checked ? '' : 'none';
					}
				} );
				need();
			};
			if ( box ) {
				box.addEventListener( 'change', show );
				show();
			}
		} )();
		JS;

	private bool $has_company = false;

	/**
	 * @param list<string> $numbers      names of the fields that it shows, beside the company's own.
	 * @param string       $order_number the one of them that it adds.
	 */
	public function __construct(
		private readonly array $numbers,
		private readonly string $order_number,
	) {}

	/**
	 * @param array<mixed> $billing the fields of the billing address, by name.
	 * @return array<mixed>
	 */
	public function fields( array $billing ): array {
		$this->has_company = ! isset( $billing[ self::COMPANY ] );
		$text              = static fn ( string $label, int $longest, int $priority ): array => [
			'label'     => $label,
			'type'      => 'text',
			'required'  => false,
			'class'     => [ 'form-row-wide' ],
			'maxlength' => $longest,
			'priority'  => $priority,
		];
		$billing          += [
			self::BOX          => [
				'label'    => __( 'I buy for a company', 'orderinvoicer' ),
				'type'     => 'checkbox',
				'required' => false,
				'class'    => [ 'form-row-wide' ],
				'priority' => self::BEFORE,
			],
			self::COMPANY      => [
				'autocomplete' => 'organization',
			] + $text( __( 'Company name', 'orderinvoicer' ), CheckoutNumbers::LONGEST_NAME, self::BEFORE + 1 ),
			$this->order_number =>
				$text( CheckoutNumbers::order_number_label(), CheckoutNumbers::LONGEST, self::BEHIND ),
		];
		foreach ( $this->numbers as $name ) {
			$field            = $billing[ $name ] ?? null;
			$billing[ $name ] = is_array( $field ) ? $field + [ 'maxlength' => CheckoutNumbers::LONGEST ] : $field;
		}
		return $billing;
	}

	public function print_script(): void {
		$names = [ ...( $this->has_company ? [ self::COMPANY ] : [] ), ...$this->numbers ];
		wp_print_inline_script_tag(
			sprintf(
				self::SCRIPT,
				(string) wp_json_encode( $names ),
				(string) wp_json_encode( __( 'required', 'orderinvoicer' ) )
			)
		);
	}

	/** What a customer is proposed; null where nothing is known. */
	public function proposed( string $name ): ?string {
		$customer = new \WC_Customer( get_current_user_id() );
		$known    = fn ( string $id ): string => $this->text( $customer->get_meta( CheckoutNumbers::META . $id ) );
		if ( $name === self::COMPANY && $customer->get_billing_company( 'edit' ) === '' ) {
			return $known( CheckoutNumbers::COMPANY ) === '' ? null : $known( CheckoutNumbers::COMPANY );
		}
		if ( $name !== self::BOX ) {
			return null;
		}
		if ( $customer->meta_exists( CheckoutNumbers::META . CheckoutNumbers::IS_COMPANY ) ) {
			return $known( CheckoutNumbers::IS_COMPANY ) === '1' ? '1' : null;
		}
		return $known( CheckoutNumbers::SIRET ) . $known( CheckoutNumbers::VAT_NUMBER ) === '' ? null : '1';
	}

	/**
	 * A form from which other code took the company's field has no name to ask for.
	 *
	 * @param array<mixed> $data what was posted, by field name: each that the form has.
	 */
	public function validate( array $data, \WP_Error $errors ): void {
		if (
			$this->is_ticked( $data )
			&& array_key_exists( self::COMPANY, $data )
			&& $this->text( $data[ self::COMPANY ] ) === ''
		) {
			$errors->add(
				self::COMPANY . '_required',
				__( 'Please enter the name of your company.', 'orderinvoicer' ),
				[ 'id' => self::COMPANY ]
			);
		}
	}

	/**
	 * Keeps what the box says of this customer.
	 *
	 * @param array<mixed> $data what was posted, by field name.
	 * @return bool they bought for themselves: the numbers of their company stay for the next time.
	 */
	public function leaves_company( \WC_Customer $customer, array $data ): bool {
		if ( ! array_key_exists( self::BOX, $data ) ) {
			return false;
		}
		$typed = array_map( fn ( string $name ): string => $this->text( $data[ $name ] ?? '' ), $this->numbers );
		$is    = $this->is_ticked( $data ) || implode( '', $typed ) !== '';
		$customer->update_meta_data( CheckoutNumbers::META . CheckoutNumbers::IS_COMPANY, $is ? '1' : '0' );
		if ( $is ) {
			$customer->update_meta_data(
				CheckoutNumbers::META . CheckoutNumbers::COMPANY,
				$this->text( $data[ self::COMPANY ] ?? '' )
			);
		}
		return ! $is;
	}

	/** @param array<mixed> $data */
	private function is_ticked( array $data ): bool {
		return in_array( $data[ self::BOX ] ?? '', [ 1, '1' ], true );
	}

	private function text( mixed $value ): string {
		return is_string( $value ) ? trim( $value ) : '';
	}
}
