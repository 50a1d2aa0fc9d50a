// What `@woocommerce/components` resolves to in the bundle and in jest: its table, without the other fifty components.
export { default as TableCard } from '../node_modules/@woocommerce/components/build-module/table';
